import { useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { readAloudWords } from '#i18n/sets/read-aloud.ts';
import { ReadAloud } from '#ui/read-aloud.tsx';

/** What somebody who looks at a screen of a form would read: titles, questions, choices, helps, and what is wrong. */
const spoken = 'h1, h2, h3, p, li, legend, label, [id$="-help"], [id$="-error"], h1 + div';

export function ReadScreen({ slug }: { readonly slug: string }) {
  const words = useMessages(readAloudWords);
  const language = useLanguage();
  return <ReadAloud key={slug} {...{ words, language }} small sentences={() => sentencesOf(`place-${slug}`)} />;
}

function sentencesOf(testId: string): readonly string[] {
  const screen = document.querySelector(`[data-testid="${testId}"]`);
  return [...(screen?.querySelectorAll<HTMLElement>(spoken) ?? [])]
    .filter((element) => element.getClientRects().length > 0 && element.querySelector(spoken) === null)
    .map((element) => element.innerText.trim())
    .filter((text) => text !== '');
}
