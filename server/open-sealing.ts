import { join } from 'node:path';
import type { SealingMode } from '#domain/sealing/sealing-terms.ts';
import { createPrivately, keyFileName, newKeyPair, readKeyFile } from './sealing/key-file.ts';
import { fileSealingDesk, type SealingDesk } from './sealing/sealing-desk.ts';
import { StartProblem } from './start-problem.ts';

export interface SealingSettings {
  readonly mode: SealingMode;
  /** Null: one in the data folder, made at the first start. */
  readonly keyFile: string | null;
}

/** Throws StartProblem when a named key file is missing, or any is spoilt: an office must not lose its keys unnoticed. */
export async function openSealing(
  dataDir: string,
  { mode, keyFile }: SealingSettings = { mode: 'optional', keyFile: null },
): Promise<SealingDesk> {
  const path = keyFile ?? join(dataDir, keyFileName);
  const keys = readKeyFile(path);
  if (keys === 'unreadable') {
    throw new StartProblem(
      `${path} is not a file of sealing keys. What phones have sealed can be opened with these keys only: put the right file back.`,
    );
  }
  if (keys === 'missing' && keyFile !== null) {
    throw new StartProblem(`SEALING_KEYS names ${path}, and there is no such file. Make it with npm run keys -- new.`);
  }
  if (keys === 'missing' && mode !== 'off')
    createPrivately(path, { office: [await newKeyPair(Date.now())], recovery: [] });
  return fileSealingDesk(mode, path);
}
