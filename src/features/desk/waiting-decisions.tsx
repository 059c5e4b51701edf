import { CloudOff } from 'lucide-react';
import { useEffect } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { useObservable } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { isLeavingToSignIn } from './work.ts';

/** Decisions that the office has not heard yet, and those that it did not take when it did. */
export function WaitingDecisions({ desk }: { readonly desk: DeskMenu }) {
  const { decide: words } = useMessages(deskWords);
  const all = useObservable(desk.waiting());
  const open = all.filter(({ ended }) => ended === null);
  const wrong = all.filter(({ ended }) => ended !== null && ended.kind !== 'decided');
  useKeepPage(open.length > 0);
  return (
    <div className="desk-waiting" aria-live="polite">
      {open.length > 0 && (
        <Notice
          tone="waiting"
          icon={<CloudOff />}
          actions={
            <Button variant="secondary" onClick={() => desk.sayAgain()}>
              {words.sayAgain}
            </Button>
          }
        >
          <span data-testid="desk-waiting">{words.waitingCount(open.length)}</span>
        </Notice>
      )}
      {wrong.map(({ decisionId, applicationId, registrationNumber }) => (
        <Notice
          key={decisionId}
          tone="alert"
          actions={
            <>
              <ButtonLink variant="secondary" href={`/meja/permohonan/${applicationId}`}>
                {words.open}
              </ButtonLink>
              <Button variant="quiet" onClick={() => desk.seen(decisionId)}>
                {words.dismiss}
              </Button>
            </>
          }
        >
          {words.endedWrong(registrationNumber)}
        </Notice>
      ))}
    </div>
  );
}

/** The browser asks before it closes a page that still has something to say. */
function useKeepPage(keep: boolean): void {
  useEffect(() => {
    if (!keep) return;
    const ask = (event: BeforeUnloadEvent): void => {
      if (!isLeavingToSignIn()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [keep]);
}
