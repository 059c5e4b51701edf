/** The entry of the bench build: the app as it is, and window.bench beside it. No other build knows this folder. */
import { markUploads } from './upload-marks.ts';

markUploads();
void navigator.serviceWorker.ready.then(() => Object.assign(window, { __swready: true }));
// After the marks are in place, so that the app's first request already goes through them.
const { createBench } = await import('./hooks.ts');
await import('../src/main.tsx');
Object.assign(window, { bench: createBench() });
