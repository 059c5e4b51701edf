import { useEffect, useRef, useState } from 'react';
import type { DayRow } from '#domain/day/day-row.ts';
import type { DraftCheck } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';

export type Checks = ReadonlyMap<string, DraftCheck>;

/** Drawing sixty lines takes longer than looking at one draft. */
const shownTogether = 8;

/** What Kirim would say of each of them, one after the other; one that has changed since is asked about again. */
export function useChecks(rows: readonly DayRow[]): { readonly checks: Checks; readonly isReady: boolean } {
  const { drafts } = useMenu();
  const asked = useRef(new Map<string, DraftCheck>());
  const [shown, setShown] = useState<Checks>(new Map());
  const all = rows.map(keyOf).join(' ');
  useEffect(() => {
    let here = true;
    void (async () => {
      const open = all.split(' ').filter((key) => key !== '' && !asked.current.has(key));
      for (const [index, key] of open.entries()) {
        const check = await drafts.check(key.slice(0, key.indexOf('@')));
        if (!here) return;
        asked.current.set(key, check);
        if (index % shownTogether === 0 || index === open.length - 1) setShown(new Map(asked.current));
      }
    })();
    return () => {
      here = false;
    };
  }, [drafts, all]);
  const known = rows.flatMap((row) => {
    const check = shown.get(keyOf(row));
    return check === undefined ? [] : [[row.id, check] as const];
  });
  return { checks: new Map(known), isReady: known.length === rows.length };
}

function keyOf({ id, atMs }: DayRow): string {
  return `${id}@${atMs}`;
}
