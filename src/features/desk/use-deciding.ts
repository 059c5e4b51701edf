import { useState } from 'react';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { DeskTrouble } from '#domain/desk/desk-trouble.ts';
import type { DeskAction, DeskDecision } from '#domain/desk/desk-decision.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { showToast } from '#ui/toast-store.ts';
import type { Item } from './use-item.ts';
import type { useBegun } from './use-marks.ts';

/** Tells the office, and puts what it answers on the screen. What was typed stays until it is taken. */
export function useDeciding(
  desk: DeskMenu,
  item: Item,
  seen: DeskCase,
  begun: ReturnType<typeof useBegun>,
  onTaken: () => void,
) {
  const { decide: words } = useMessages(deskWords);
  const [busy, setBusy] = useState<DeskAction | 'assign' | null>(null);
  const [problem, setProblem] = useState<DeskTrouble['kind'] | 'invalid' | null>(null);
  const [takenBy, setTakenBy] = useState<string | null>(null);

  function show(fresh: DeskCase | null, because: 'own' | 'others'): void {
    if (fresh === null) item.reload();
    else item.show(fresh, because);
  }

  async function decide(decision: DeskDecision): Promise<void> {
    setBusy(decision.action);
    setProblem(null);
    const answer = await desk.decide(seen, decision);
    setBusy(null);
    switch (answer.kind) {
      case 'decided':
        begun.forget();
        onTaken();
        show(answer.fresh, 'own');
        showToast({ message: words.done[decision.action] });
        return;
      case 'changed-since':
      case 'not-possible':
        return show(answer.fresh, 'others');
      case 'taken':
        show(answer.fresh, 'others');
        return setTakenBy(answer.fresh?.assignee?.name ?? '');
      case 'waiting':
        // The words stay until the office has them.
        onTaken();
        showToast({ message: words.waitingShort });
        return;
      case 'invalid':
        return setProblem('invalid');
      default:
        return setProblem(answer.kind);
    }
  }

  async function assign(to: 'me' | null, force = false): Promise<void> {
    setBusy('assign');
    setProblem(null);
    const answer = await desk.assign(seen, to, { force });
    setBusy(null);
    switch (answer.kind) {
      case 'assigned':
        show(answer.fresh, 'own');
        showToast({ message: to === 'me' ? words.claimed : words.released });
        return;
      case 'taken':
        show(answer.fresh, 'own');
        return setTakenBy(answer.fresh?.assignee?.name ?? '');
      case 'changed-since':
      case 'not-possible':
        return show(answer.fresh, 'others');
      default:
        return setProblem(answer.kind);
    }
  }

  return { busy, problem, takenBy, leave: () => setTakenBy(null), decide, assign };
}
