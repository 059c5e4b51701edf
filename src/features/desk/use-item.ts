import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { DeskTrouble } from '#domain/desk/desk-trouble.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { type Difference, differences } from './differences.ts';

export interface Changed {
  readonly differences: readonly Difference[];
  /** A decision was made on what is no more, and not taken. */
  readonly isRefusal: boolean;
}

export interface Item {
  /** What the screen shows; null until it is here. */
  readonly seen: DeskCase | null;
  readonly trouble: DeskTrouble['kind'] | null;
  readonly oldSinceMs: number | null;
  /** What somebody else changed while it was looked at; null when nothing was. */
  readonly changed: Changed | null;
  /** Shows the state that came with an answer; `because` somebody else was quicker, or by this official's own doing. */
  show(fresh: DeskCase, because: 'own' | 'others'): void;
  dismissChanged(): void;
  reload(): void;
}

type State = Pick<Item, 'seen' | 'trouble' | 'oldSinceMs' | 'changed'>;

export function useItem(desk: DeskMenu, applicationId: string): Item {
  const [state, setState] = useState<State>({ seen: null, trouble: null, oldSinceMs: null, changed: null });
  const turn = useRef(0);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const read = await desk.item(applicationId);
    if (mine !== turn.current) return;
    if (read.kind !== 'read') {
      setState((before) => ({ ...before, trouble: read.kind }));
      return;
    }
    const oldSinceMs = read.isOld ? read.readAtMs : null;
    setState((before) => ({ ...before, ...found(before, read.value), trouble: null, oldSinceMs }));
  }, [desk, applicationId]);

  useEffect(() => {
    void reload();
    const onSight = (): void => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', onSight);
    window.addEventListener('online', onSight);
    return () => {
      turn.current += 1;
      document.removeEventListener('visibilitychange', onSight);
      window.removeEventListener('online', onSight);
    };
  }, [reload]);

  return {
    ...state,
    show: (fresh, because) => {
      turn.current += 1;
      setState((before) => ({
        seen: fresh,
        changed: because === 'own' ? null : { differences: between(before.seen, fresh), isRefusal: true },
        trouble: null,
        oldSinceMs: null,
      }));
    },
    dismissChanged: () => setState((before) => ({ ...before, changed: null })),
    reload: () => void reload(),
  };
}

/** Read again by itself: only what differs is worth a word. */
function found({ seen, changed }: State, fresh: DeskCase): Pick<State, 'seen' | 'changed'> {
  const differs = between(seen, fresh);
  return { seen: fresh, changed: differs.length > 0 ? { differences: differs, isRefusal: false } : changed };
}

function between(seen: DeskCase | null, fresh: DeskCase): readonly Difference[] {
  return seen === null ? [] : differences(seen, fresh);
}

/** The form of the service as this device has it; undefined while it is read, null where it has none. */
export function useDefinition(serviceId: string | undefined): ServiceDefinition | null | undefined {
  const { catalogue } = useMenu();
  const found = useLive(useMemo(() => catalogue.service(serviceId ?? ''), [catalogue, serviceId]));
  if (found.state === 'loading') return undefined;
  return found.state === 'ready' ? found.value : null;
}
