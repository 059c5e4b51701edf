// First, so that the phone's store is asked before the code of the screens is run.
import { draftAhead } from './main/draft-ahead.ts';
import './main/first-parts.ts';
import { openPage } from './main/open-page.tsx';

void openPage(draftAhead, async () => (await import('./main/start-menu.ts')).startMenu());
