/**
 * `npm test` on a fresh clone: installs what is missing, then runs every check on Node 24 (tools/test/run.ts).
 * Runs on Node 20.19 and later without any package.
 */
import { ensureInstalled } from './install.mjs';
import { requireNode24 } from './node24.mjs';
import { runInFront } from './run-in-front.mjs';

ensureInstalled();
await runInFront(requireNode24(), ['tools/test/run.ts', ...process.argv.slice(2)]);
