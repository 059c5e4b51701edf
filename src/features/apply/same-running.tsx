import { useMemo } from 'react';
import { isStopped } from '#domain/application/is-stopped.ts';
import { isOver } from '#domain/application/timeline.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { sameRunningWords } from '#i18n/sets/same-running.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { officeNews } from '#services/office-news.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { useApplyForm } from './form-context.ts';

/** The newest ones: what is far behind them is hardly running. */
const looked = 100;

/** Nobody applies twice because they are not sure of the first time. For something else they may. */
export function SameRunning() {
  const words = useMessages(sameRunningWords);
  const formats = useFormats();
  const { outbox } = useMenu();
  const { draft } = useApplyForm();
  const items = useLive(useMemo(() => outbox.list(looked, 'all'), [outbox]));
  if (items.state !== 'ready') return null;
  const same = items.value.find(
    (item) =>
      item.entry.serviceId === draft.definition.id &&
      item.entry.residentId === draft.residentId &&
      item.entry.about === undefined &&
      !isStopped(item.entry) &&
      !isEnded(item),
  );
  if (same === undefined) return null;
  const { applicationId, createdAtMs, delivery } = same.entry;
  const number = delivery.state === 'delivered' ? delivery.receipt.registrationNumber : null;
  return (
    <div data-testid="same-running">
      <Notice
        tone="waiting"
        title={draft.residentId === undefined ? words.title : words.resident}
        actions={
          <ButtonLink href={`/permohonan/${applicationId}`} variant="quiet">
            {words.see}
          </ButtonLink>
        }
      >
        {words.text(formats.date(createdAtMs), number)}
      </Notice>
    </div>
  );
}

function isEnded(item: OutboxItem): boolean {
  const news = officeNews(item);
  return news !== null && isOver(news.status);
}
