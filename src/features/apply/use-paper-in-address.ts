import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isRecord } from '#lib/is-record.ts';

export interface PaperInAddress {
  /** The paper that is open. */
  readonly documentId: string | null;
  open(documentId: string): void;
  /** Nothing when the person has gone back already. */
  close(documentId: string): void;
}

/** Which paper is open stands in the address, so that going back leads out of it on every phone. */
export function usePaperInAddress(parameter: 'luruskan' | 'lihat'): PaperInAddress {
  const location = useLocation();
  const navigate = useNavigate();
  const latest = useRef(location);
  /** Going back takes a moment; a second press meanwhile means the same. */
  const leaving = useRef(false);
  useEffect(() => {
    latest.current = location;
    leaving.current = false;
  }, [location]);
  return {
    documentId: new URLSearchParams(location.search).get(parameter),
    open(documentId) {
      const search = new URLSearchParams(location.search);
      search.set(parameter, documentId);
      const state: unknown = location.state;
      void navigate({ search: search.toString() }, { state: { ...(isRecord(state) ? state : {}), opened: true } });
    },
    close(documentId) {
      const left = new URLSearchParams(latest.current.search);
      const state: unknown = latest.current.state;
      if (left.get(parameter) !== documentId || leaving.current) return;
      leaving.current = true;
      if (isRecord(state) && state['opened'] === true) return void navigate(-1);
      left.delete(parameter);
      void navigate({ search: left.toString() }, { replace: true, state });
    },
  };
}
