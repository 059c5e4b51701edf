import { useEffect, useReducer, useState } from 'react';
import type { GivenFile } from '#domain/application/given-result.ts';
import type { ReadResult, ResultsMenu } from '#services/results-menu.ts';

/** Null while it is on its way. Where there was no signal, it is asked for again once there is. */
export function useResultFile(
  results: ResultsMenu,
  applicationId: string,
  file: GivenFile,
): readonly [ReadResult | null, () => void] {
  const [read, setRead] = useState<ReadResult | null>(null);
  const [attempt, again] = useReducer((count: number) => count + 1, 0);
  const { id, title, number, givenAtMs, sizeBytes, sha256 } = file;
  useEffect(() => {
    let here = true;
    setRead(null);
    const asked: GivenFile = { kind: 'file', id, title, number, givenAtMs, sizeBytes, sha256 };
    void results.read(applicationId, asked).then((end) => {
      if (here) setRead(end);
    });
    return () => {
      here = false;
    };
  }, [results, applicationId, id, title, number, givenAtMs, sizeBytes, sha256, attempt]);
  const isCutOff = read?.kind === 'no-connection';
  useEffect(() => {
    if (!isCutOff) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isCutOff]);
  return [read, again];
}
