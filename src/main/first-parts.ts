/** What a form shares with home or with the store comes in the first file: a form waits for neither of them. */
import '#i18n/format.ts';
import '#i18n/local-text.ts';
import '#i18n/sets/trouble.ts';
import '#ui/lazy-part.tsx';
