import { useEffect, useRef } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';
import { isRecord } from '#lib/is-record.ts';
import { noteArrival, stepsToStart, type Starts } from './form-history.ts';
import { storedSlug } from './stored-slug.ts';

/**
 * Remembers where the form begins in the browser's history. Once it is `stored`, all of its screens are behind the
 * one that says so: going back once leads out of the form.
 */
export function useFormHistory(draftId: string, stored: boolean): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const navigate = useNavigate();
  const isHere = useRef(false);
  const isUnwound = useRef(false);

  useEffect(() => {
    const index = entryIndex();
    const wasHere = isHere.current;
    isHere.current = true;
    if (!stored) {
      const arrival = !wasHere && type !== 'POP' ? 'entered' : type === 'PUSH' ? 'went-on' : 'returned';
      keepStarts(draftId, noteArrival(readStarts(draftId), index, arrival));
      return;
    }
    const steps = isUnwound.current ? 0 : stepsToStart(readStarts(draftId), index);
    isUnwound.current = true;
    const address = `/isi/${draftId}/${storedSlug}`;
    if (steps > 0) void navigate(-steps);
    else if (pathname !== address) void navigate(address, { replace: true });
  }, [draftId, stored, key, pathname, type, navigate]);
}

/** The router counts its entries in the browser's own state, so that the number outlives the page. */
function entryIndex(): number {
  const state: unknown = history.state;
  return isRecord(state) && typeof state['idx'] === 'number' ? state['idx'] : 0;
}

const keyOf = (draftId: string): string => `ajukan.form-starts.${draftId}`;

/** Of this tab only, as its history is; where the browser keeps nothing, going back takes more than one press. */
function readStarts(draftId: string): Starts {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(draftId)) ?? '[]');
    return Array.isArray(found) ? found.filter((one) => typeof one === 'number') : [];
  } catch {
    return [];
  }
}

function keepStarts(draftId: string, starts: Starts): void {
  try {
    sessionStorage.setItem(keyOf(draftId), JSON.stringify(starts));
  } catch {
    // Storage is shut: see above.
  }
}
