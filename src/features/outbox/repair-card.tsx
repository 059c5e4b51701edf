import { FilePen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { isForgotten } from '#domain/application/is-forgotten.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { isOnTheWay } from '#domain/application/is-on-the-way.ts';
import { markedNames } from '#domain/application/marked-names.ts';
import { hasAnswers } from '#domain/application/repair.ts';
import type { ToldStatus } from '#domain/application/status.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { repairWords } from '#i18n/sets/repair.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { BeginRepairResult } from '#services/menu-repairs.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { useRepairs } from '#services/use-repairs.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';
import { useNow } from '#ui/use-now.ts';
import { OfficeName } from './office-name.tsx';
import { officeNews } from '#services/office-news.ts';
import { WithdrawAtOffice } from './withdraw-at-office.tsx';

/** Where the office has not begun to make it. */
const withdrawable: readonly ToldStatus[] = ['incomplete', 'submitted', 'under_review', 'returned'];

/** What a person may change of an application that the office has. */
export function RepairCard({ item }: { readonly item: OutboxItem }) {
  const { applicationId } = item.entry;
  const { menu, changes } = useRepairs(applicationId);
  const status = officeNews(item)?.status;
  const nowMs = useNow();
  const open = changes.entries.filter((entry) => isOnTheWay(entry, item.tracked?.version ?? 0, nowMs));
  const isLeaving = open.some(({ about }) => about?.kind === 'withdrawal');
  const isRepaired = open.some(({ about }) => about?.kind === 'revision');
  return (
    <>
      {open.map((entry) => (
        <UnderWay key={entry.applicationId} entry={entry} />
      ))}
      {status === 'returned' && !isRepaired && !isLeaving && <ToRepair item={item} draftId={changes.draftId} />}
      {status === 'rejected' && <Objection item={item} />}
      {status !== undefined && withdrawable.includes(status) && !isLeaving && menu !== null && (
        <WithdrawAtOffice applicationId={applicationId} menu={menu} />
      )}
    </>
  );
}

function UnderWay({ entry }: { readonly entry: OutboxEntry }) {
  const { underWay: words } = useMessages(repairWords);
  const kind = entry.about?.kind ?? 'revision';
  const { state } = entry.delivery;
  return (
    <div data-testid="change-under-way">
      <Notice
        tone={state === 'needs-person' ? 'alert' : state === 'delivered' ? 'success' : 'waiting'}
        headingLevel={2}
        title={isForgotten(entry) ? words.forgotten : words[kind][state]}
        actions={
          <ButtonLink variant="secondary" href={`/permohonan/${entry.applicationId}`}>
            {words.open}
          </ButtonLink>
        }
      />
    </div>
  );
}

function ToRepair({ item, draftId }: { readonly item: OutboxItem; readonly draftId: string | null }) {
  const words = useMessages(repairWords);
  const text = useLocalText();
  const menu = useMenu();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const { entry, tracked } = item;
  const service = useLive(useMemo(() => menu.catalogue.service(entry.serviceId), [menu, entry.serviceId]));
  const definition = service.state === 'ready' ? service.value : null;
  const fields = tracked?.repair?.fields ?? [];
  const names = definition === null ? [] : markedNames(definition, fields, text, words.noLongerAsked);

  async function begin(): Promise<void> {
    setBusy(true);
    const repairs = await menu.repairs();
    const result = await repairs?.begin(entry.applicationId);
    setBusy(false);
    if (result?.kind === 'started') await navigate(`/isi/${result.draftId}`);
    else showToast({ message: refusalText(result), tone: 'alert' });
  }

  return (
    <Section title={words.title}>
      <p>{fields.length === 0 ? words.leadNone : words.lead}</p>
      {names.length > 0 && (
        <ul data-testid="marked">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <p>{words.sameNumber}</p>
      {draftId === null && !hasAnswers(tracked?.repair) && (
        <p data-testid="repair-needs-signal">{words.refusals['signal-needed']}</p>
      )}
      <div>
        <Button icon={<FilePen />} busy={busy} data-testid="repair" onClick={() => void begin()}>
          {draftId === null ? words.action : words.goOn}
        </Button>
      </div>
    </Section>
  );
}

function refusalText(result: Exclude<BeginRepairResult, { kind: 'started' }> | undefined): string {
  const { refusals } = currentMessages(repairWords);
  if (result === undefined) return refusals['not-here'];
  return result.kind === 'failed' ? currentMessages(troubleWords)[result.reason] : refusals[result.kind];
}

/** Whom to write to, and with which number: a rejection is never the end of the way. */
function Objection({ item: { entry, tracked } }: { readonly item: OutboxItem }) {
  const { rejected: words } = useMessages(repairWords);
  const menu = useMenu();
  const service = useLive(useMemo(() => menu.catalogue.service(entry.serviceId), [menu, entry.serviceId]));
  const unit = service.state === 'ready' ? service.value?.unit : undefined;
  // Where it was decided; until that was heard, whoever is named as the one that serves.
  const office = tracked?.timeline?.office ?? undefined;
  const number = entry.delivery.receipt?.registrationNumber;
  return (
    <Section title={words.title}>
      <p>{words.text}</p>
      <ul>
        {(office !== undefined || unit !== undefined) && (
          <li data-testid="objection-office">
            {words.office} {office === undefined ? unit : <OfficeName office={office} />}
          </li>
        )}
        {number !== undefined && <li>{words.number(number)}</li>}
      </ul>
      <div>
        <ButtonLink href="https://www.lapor.go.id" rel="noreferrer" target="_blank" variant="secondary">
          {words.lapor}
        </ButtonLink>
      </div>
    </Section>
  );
}
