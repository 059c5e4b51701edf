import { useEffect, useState } from 'react';

interface Areas {
  placeName(code: string): string | undefined;
}
let here: Areas | null = null;

/** The villages and their names; null until they have come. */
function useAreas(): Areas | null {
  const [areas, setAreas] = useState(here);
  useEffect(() => {
    if (here !== null) return;
    void import('#domain/area/areas.ts').then(
      (arrived) => {
        here = arrived;
        setAreas(arrived);
      },
      () => undefined,
    );
  }, []);
  return areas;
}

/** "Talagasari, Kec. Balaraja"; the code itself until its name has come, and where there is none. */
export function usePlaceName(): (code: string) => string {
  const areas = useAreas();
  return (code) => areas?.placeName(code) ?? code;
}
