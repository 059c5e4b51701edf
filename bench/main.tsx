/** The entry of the bench build: the app as it is, and window.bench beside it. No other build knows this folder. */
import './before-app.ts';
import '../src/main.tsx';
import { isForm60Asked } from './form60-address.ts';
import { createBench } from './hooks.ts';
import { markUploads } from './upload-marks.ts';

markUploads();
void navigator.serviceWorker.ready.then(() => Object.assign(window, { __swready: true }));
const { bench, inside } = createBench();
Object.assign(window, { bench });

if (isForm60Asked()) {
  // The form's own code comes at the same time, as it does at a form's address.
  void import('#features/apply/apply-route.tsx');
  void import('./form60.ts').then(({ beginForm60 }) => beginForm60(inside));
}
