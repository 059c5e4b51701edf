import { resolve } from 'node:path';
import { isSealingMode } from '#domain/sealing/sealing-terms.ts';
import type { SealingSettings } from './open-sealing.ts';
import { StartProblem } from './start-problem.ts';

/** Keys that the server makes for itself lie beside the data that they open: right for trying out, not for production. */
export function sealingFrom(read: (name: string) => string | undefined): SealingSettings {
  const keyFile = read('SEALING_KEYS') ?? null;
  const isProduction = read('NODE_ENV') === 'production';
  const mode = read('SEALING') ?? (isProduction && keyFile === null ? 'off' : 'optional');
  if (!isSealingMode(mode))
    throw new StartProblem(`SEALING is "${mode}", but has to be one of off, optional, required.`);
  if (isProduction && mode !== 'off' && keyFile === null) {
    throw new StartProblem(
      `SEALING is ${mode} and NODE_ENV is production: make keys with npm run keys -- new --file FILE, on a disk that is not the data folder, and set SEALING_KEYS to it.`,
    );
  }
  return { mode, keyFile: keyFile === null ? null : resolve(keyFile) };
}
