import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isStopped } from '#domain/application/is-stopped.ts';
import type { DeliveryProblem, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { deliveryProblemWords } from '#i18n/sets/delivery-problem.ts';
import { fieldProblemWords } from '#i18n/sets/field-problem.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { sealingWords } from '#i18n/sets/sealing.ts';
import type { SealingMessages } from '#i18n/messages/id/sealing.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { problemKey } from './problem-key.ts';
import { RefillDialog } from './refill-dialog.tsx';
import { saveCopy } from './save-copy.ts';
import { tryAgain } from './try-again.ts';

/** Why an application cannot go as it is, and the ways out; none of them loses anything. */
export function AttentionNotice({
  entry,
  problem,
}: {
  readonly entry: OutboxEntry;
  readonly problem: DeliveryProblem;
}) {
  const words = useMessages(outboxWords);
  const problems = useMessages(deliveryProblemWords);
  const fields = useMessages(fieldProblemWords);
  const { outbox } = useMenu();
  const navigate = useNavigate();
  const { refill, problems: sealedProblems } = useMessages(sealingWords);
  const [asking, setAsking] = useState(false);
  const { applicationId } = entry;

  async function reopen(): Promise<void> {
    const result = await outbox.reopen(applicationId);
    if (result.kind === 'started') await navigate(`/isi/${result.draftId}`);
    else if (result.kind === 'in-line') showToast({ message: words.actions.inLine });
    else showToast({ message: words.actions.cannotReopen, tone: 'alert' });
  }

  const key = problemKey(problem);
  // The way out stands beside what the office says now; the same once more would be answered the same.
  const isConflict = problem.kind === 'changed-since' || problem.kind === 'not-possible-now';
  const detail = 'detail' in problem ? problem.detail : null;
  const fieldProblems = problem.kind === 'refused' ? problem.fieldProblems : [];
  return (
    <Notice
      tone="alert"
      icon={<TriangleAlert />}
      headingLevel={2}
      title={problems[key].short}
      actions={
        <>
          {!isConflict && entry.about?.kind !== 'withdrawal' && (
            <Button onClick={() => (entry.sealed === undefined ? void reopen() : setAsking(true))}>
              {entry.sealed === undefined ? words.actions.fix : refill.action}
            </Button>
          )}
          {!isConflict && key !== 'erased' && !isStopped(entry) && (
            <Button variant="secondary" onClick={() => void tryAgain(outbox, applicationId)}>
              {words.actions.tryAgain}
            </Button>
          )}
          {entry.about === undefined && (
            <Button variant="quiet" onClick={() => void saveCopy(outbox, applicationId)}>
              {words.actions.saveCopy}
            </Button>
          )}
        </>
      }
    >
      <p>
        {entry.sealed !== undefined && !isConflict && isSealedProblem(key) ? sealedProblems[key] : problems[key].text}
      </p>
      {detail !== null && key !== 'erased' && (
        <p>
          {problems.officeSays} {detail}
        </p>
      )}
      {fieldProblems.length > 0 && (
        <ul>
          {fieldProblems.map(({ pointer, code, params }) => (
            <li key={pointer}>
              {pointer.slice(1)}: {fields[code](params ?? {})}
            </li>
          ))}
        </ul>
      )}
      {entry.sealed === undefined && entry.about === undefined && <p>{words.actions.saveCopyHint}</p>}
      <RefillDialog open={asking} applicationId={applicationId} onClose={() => setAsking(false)} />
    </Notice>
  );
}

function isSealedProblem(key: string): key is keyof SealingMessages['problems'] {
  return Object.hasOwn(currentMessages(sealingWords).problems, key);
}
