import { useEffect, useState } from 'react';
import type { DeskCase, RevealedNumbers } from '#domain/desk/desk-case.ts';
import type { DeskTrouble } from '#domain/desk/desk-trouble.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { type ShownAnswers, shownAnswers } from './shown-answers.ts';

/** Long enough to compare them with a paper, short enough for a desk that somebody walks away from. */
const shownForMs = 5 * 60_000;

export interface Reveal extends ShownAnswers {
  readonly isAsking: boolean;
  readonly trouble: DeskTrouble['kind'] | null;
  toggle(): void;
}

/** What is shown of the numbers of a case: for a while, and no longer than its screen. */
export function useReveal(
  desk: DeskMenu,
  seen: DeskCase,
  form: ServiceDefinition | null,
  onOtherVersion: () => void,
): Reveal {
  const [revealed, setRevealed] = useState<RevealedNumbers | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<DeskTrouble['kind'] | null>(null);
  const shown = shownAnswers(seen, form, revealed);

  useEffect(() => {
    if (revealed === null) return;
    const hide = (): void => setRevealed(null);
    const timer = setTimeout(hide, shownForMs);
    // A page that the browser keeps in memory would come back with them.
    window.addEventListener('pagehide', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', hide);
    };
  }, [revealed]);

  async function ask(): Promise<void> {
    setTrouble(null);
    if (!shown.isMaskedByOffice) return setRevealed({ version: seen.version, numbers: new Map() });
    setAsking(true);
    const answer = await desk.reveal(seen.id);
    setAsking(false);
    if (answer.kind !== 'revealed') return setTrouble(answer.kind);
    setRevealed(answer.value);
    if (answer.value.version !== seen.version) onOtherVersion();
  }
  function toggle(): void {
    if (isAsking || shown.count === 0) return;
    if (shown.isShown) setRevealed(null);
    else void ask();
  }
  return { ...shown, isAsking, trouble, toggle };
}
