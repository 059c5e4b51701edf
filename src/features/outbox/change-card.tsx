import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { officeStatusWords } from '#i18n/sets/office-status.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { repairWords } from '#i18n/sets/repair.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { notSavedText } from './not-saved-text.ts';
import { statusWords } from './status-words.ts';

type About = NonNullable<OutboxEntry['about']>;

/** Of a change: what it changes, and where it did not fit, what the office says now and what becomes of one's own. */
export function ChangeCard({ item, about }: { readonly item: OutboxItem; readonly about: About }) {
  const words = useMessages(repairWords);
  const { delivery } = item.entry;
  const number = delivery.receipt?.registrationNumber;
  const isConflict =
    delivery.state === 'needs-person' &&
    (delivery.problem.kind === 'changed-since' || delivery.problem.kind === 'not-possible-now');
  return (
    <>
      {number !== undefined && <p>{words.about[about.kind](number)}</p>}
      {isConflict && <Conflict item={item} about={about} />}
      <div>
        <ButtonLink variant="secondary" href={`/permohonan/${about.applicationId}`}>
          {words.about.open}
        </ButtonLink>
      </div>
    </>
  );
}

function Conflict({ item, about }: { readonly item: OutboxItem; readonly about: About }) {
  const { conflict: words } = useMessages(repairWords);
  const statuses = useMessages(officeStatusWords);
  const outboxTexts = useMessages(outboxWords);
  const menu = useMenu();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const { entry, tracked } = item;

  async function reopen(): Promise<void> {
    setBusy(true);
    const result = await menu.outbox.reopen(entry.applicationId);
    setBusy(false);
    if (result.kind === 'started') await navigate(`/isi/${result.draftId}`);
    else showToast({ message: currentMessages(outboxWords).actions.cannotReopen, tone: 'alert' });
  }
  async function drop(): Promise<void> {
    setBusy(true);
    const result = await (await menu.repairs())?.drop(entry.applicationId);
    setBusy(false);
    if (result?.kind === 'saved') {
      await navigate(`/permohonan/${about.applicationId}`, { replace: true });
      showToast({ message: words.dropped });
    } else if (result !== undefined) showToast({ message: notSavedText(result), tone: 'alert' });
  }

  const isRevision = about.kind === 'revision';
  return (
    <div data-testid="change-conflict">
      <Notice
        tone="info"
        headingLevel={2}
        {...(tracked === null ? {} : { title: words.now(statusWords(statuses, tracked.status).label) })}
        actions={
          <Button busy={busy} data-testid="change-out" onClick={() => void (isRevision ? reopen() : drop())}>
            {isRevision ? words.reopen : words.drop}
          </Button>
        }
      >
        {tracked !== null && tracked.reason !== null && (
          <p>
            {outboxTexts.officeSays}: {tracked.reason}
          </p>
        )}
        {isRevision && <p>{words.yours}</p>}
        {isRevision && <p>{tracked?.status === 'returned' ? words.again : words.asNew}</p>}
      </Notice>
    </div>
  );
}
