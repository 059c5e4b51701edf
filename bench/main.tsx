/** The entry of the bench build: the app as it is, and window.bench beside it. No other build knows this folder. */
import { newForm60Id } from './before-app.ts';
import { draftAhead } from '../src/main/draft-ahead.ts';
import { firstScreen } from '#app/marks.ts';
import '../src/main/first-parts.ts';
import { openPage } from '../src/main/open-page.tsx';
import { newForm60 } from './form60.ts';
import { markUploads } from './upload-marks.ts';

markUploads();
void navigator.serviceWorker.ready.then(() => Object.assign(window, { __swready: true }));

const hooks = async () => (await import('./hooks.ts')).openedBench();
// Where nobody has been before it is the form that is drawn first; the store gets it as soon as it is here.
const form60 = newForm60Id === null ? null : newForm60(newForm60Id);
void openPage(form60 === null ? draftAhead : Promise.resolve(form60), async () => {
  const { startMenu } = await import('../src/main/start-menu.ts');
  const menu = startMenu();
  if (form60 !== null) await (await hooks()).inside.stores.drafts.addDraft(form60);
  return menu;
});
// What only the bench needs is not weighed with the first screen.
void firstScreen.then(hooks).then(({ bench }) => Object.assign(window, { bench }));
