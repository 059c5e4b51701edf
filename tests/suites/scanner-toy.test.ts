import { startToyClamd } from '#server/testing/toy-clamd.ts';
import { describeScanner } from './scanner-suite.ts';

describeScanner('the clamd of other tests', (known, longestBytes) => startToyClamd({ ...known, longestBytes }));
