import { useEffect, useState } from 'react';

/** The village of a code; the code itself until its name has come. */
export function AreaName({ code }: { readonly code: string }) {
  const [name, setName] = useState<string>();
  useEffect(() => {
    import('#domain/area/areas.ts').then(
      ({ areaName }) => setName(areaName(code)),
      () => undefined,
    );
  }, [code]);
  return name ?? code;
}
