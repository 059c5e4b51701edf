import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describeRestoredBackup } from './restored-backup-suite.ts';

describeRestoredBackup('SQLite', async (dataDir) => {
  const safe = mkdtempSync(join(tmpdir(), 'ajukan-backup-'));
  const copy = (from: string, to: string) => {
    for (const file of globSync('app.db*', { cwd: to })) rmSync(join(to, file));
    for (const file of globSync('app.db*', { cwd: from })) cpSync(join(from, file), join(to, basename(file)));
  };
  return {
    databaseUrl: () => null,
    backUp: async () => copy(dataDir, safe),
    restore: async () => copy(safe, dataDir),
    close: async () => rmSync(safe, { recursive: true, force: true }),
  };
});
