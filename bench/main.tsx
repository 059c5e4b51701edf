/** The entry of the bench build: the app as it is, and window.bench beside it. No other build knows this folder. */
import '../src/main.tsx';
import { createBench } from './hooks.ts';
import { markUploads } from './upload-marks.ts';

markUploads();
void navigator.serviceWorker.ready.then(() => Object.assign(window, { __swready: true }));
const { bench, inside } = createBench();
Object.assign(window, { bench });

if (location.pathname === '/f/bench60') {
  // The form's own code comes at the same time, as it does at a form's address.
  void import('#features/apply/apply-route.tsx');
  void import('./form60.ts').then(({ openForm60 }) => openForm60(inside));
}
