import { statSync } from 'node:fs';
import type { SealingKey, SealingMode } from '#domain/sealing/sealing-terms.ts';
import { type KeyFile, keyAlgorithm, publicHalf, readKeyFile } from './key-file.ts';
import { type ContentKeyRead, unwrapKey, type WrappedKey } from './unwrap-key.ts';

/** As the capabilities say it. */
export interface PublishedTerms {
  mode: SealingMode;
  keys: (SealingKey & { use: 'enc'; alg: typeof keyAlgorithm })[];
}

export interface SealingDesk {
  readonly mode: SealingMode;
  /** Only keys that this office can open, or that were laid down for the day on which it can't. */
  terms(nowMs: number): PublishedTerms;
  contentKey(wrapped: WrappedKey): Promise<ContentKeyRead>;
}

/** Over a key file, which the operator may change while the server runs. A file that is spoilt meanwhile changes nothing. */
export function fileSealingDesk(mode: SealingMode, path: string): SealingDesk {
  let held: { readonly version: string; readonly keys: KeyFile } = { version: '', keys: { office: [], recovery: [] } };
  const keys = (): KeyFile => {
    const file = statSync(path, { throwIfNoEntry: false });
    // A new file has a number of its own, also within one tick of the clock.
    const version = file === undefined ? held.version : `${file.ino} ${file.mtimeMs}`;
    const read = version === held.version ? held.keys : readKeyFile(path);
    if (typeof read !== 'string') held = { version, keys: read };
    return held.keys;
  };
  return {
    mode,
    terms: (nowMs) => ({ mode, keys: mode === 'off' ? [] : published(keys(), nowMs) }),
    contentKey: (wrapped) => unwrapKey(wrapped, keys().office),
  };
}

/** For an office without keys. */
export const noSealing: SealingDesk = {
  mode: 'off',
  terms: () => ({ mode: 'off', keys: [] }),
  contentKey: async () => ({ kind: 'unknown-key' }),
};

function published({ office, recovery }: KeyFile, nowMs: number): PublishedTerms['keys'] {
  const inUse = office.filter(({ retiredAt }) => retiredAt === undefined);
  const valid = inUse.filter(
    ({ notBefore, notAfter }) => Date.parse(notBefore) <= nowMs && nowMs < Date.parse(notAfter),
  );
  // Nobody has made a new one in time: what can be opened is better than nothing.
  const own = valid.length > 0 ? valid : inUse.slice(-1);
  return [...own.map((key) => wireKey(key, false)), ...recovery.map((key) => wireKey(key, true))];
}

function wireKey(
  { kid, notBefore, notAfter, jwk }: KeyFile['office'][number] | KeyFile['recovery'][number],
  recovery: boolean,
): PublishedTerms['keys'][number] {
  return { ...publicHalf(jwk), kid, use: 'enc', alg: keyAlgorithm, notBefore, notAfter, recovery };
}
