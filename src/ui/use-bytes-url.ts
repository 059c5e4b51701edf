import { useEffect, useState } from 'react';

interface Bytes {
  readonly bytes: ArrayBuffer;
  readonly mediaType: string;
}

/**
 * An address for bytes that lie on the phone, for an img; taken back when the component goes.
 * @param load keeps its identity between renders; null when there is nothing to show
 * @returns undefined while it is on its way, null when there are no bytes
 */
export function useBytesUrl(load: (() => Promise<Bytes | null>) | null): string | null | undefined {
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    if (load === null) return undefined;
    let here = true;
    let made: string | null = null;
    const read = load().catch(() => null);
    void read.then((found) => {
      if (!here) return;
      made = found === null ? null : URL.createObjectURL(new Blob([found.bytes], { type: found.mediaType }));
      setUrl(made);
    });
    return () => {
      here = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [load]);
  return url;
}
