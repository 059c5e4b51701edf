/** The entry of the bench build: the app as it is, and window.bench beside it. No other build knows this folder. */
import '../src/main.tsx';
import { createBench } from './hooks.ts';

Object.assign(window, { bench: createBench() });
