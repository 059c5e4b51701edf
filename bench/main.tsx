/** The entry of the bench build: the app as it is, and window.bench beside it. No other build knows this folder. */
import '../src/main.tsx';
import { createBench } from './hooks.ts';
import { markUploads } from './upload-marks.ts';

markUploads();
void navigator.serviceWorker.ready.then(() => Object.assign(window, { __swready: true }));
Object.assign(window, { bench: createBench() });
