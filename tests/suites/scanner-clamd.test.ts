import { startClamd } from '../../tools/clamd.ts';
import { describeScanner } from './scanner-suite.ts';

describeScanner('a real clamd', startClamd);
