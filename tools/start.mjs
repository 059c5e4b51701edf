/**
 * `npm start` on a fresh clone: installs what is missing, builds when a source changed, then runs the server on Node 24.
 * Runs on Node 20.19 and later without any package. PORT and DATA_DIR go to the server as they are.
 */
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './install.mjs';
import { requireNode24, root } from './node24.mjs';
import { runInFront } from './run-in-front.mjs';

ensureInstalled();
const node = requireNode24();

const build = spawnSync(node, ['tools/build.ts', '--if-changed'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) {
  process.stderr.write(
    '\n  Aplikasi gagal dibangun; pesan di atas menyebutkan sebabnya. / Building the app failed; the message above says why.\n\n',
  );
  process.exit(build.status ?? 1);
}

await runInFront(node, ['server/index.ts']);
