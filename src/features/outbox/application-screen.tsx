import { useMemo } from 'react';
import { useParams } from 'react-router';
import { isForgotten } from '#domain/application/is-forgotten.ts';
import { isStopped } from '#domain/application/is-stopped.ts';
import { isOver } from '#domain/application/timeline.ts';
import { hasAnswers } from '#domain/application/repair.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { officeStatusWords } from '#i18n/sets/office-status.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { isAskedAbout } from '#services/is-asked-about.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useLive, useMenu, useObservable } from '#services/menu-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Notice } from '#ui/notice.tsx';
import { Progress } from '#ui/progress.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ApplyAgain } from './apply-again.tsx';
import { AttentionNotice } from './attention-notice.tsx';
import { EntryPapers } from './entry-papers.tsx';
import { officeNews } from '#services/office-news.ts';
import { SealedNotice } from './sealed-notice.tsx';
import { StateBadge } from './state-badge.tsx';
import { statusWords } from './status-words.ts';
import { StoppedNotice } from './stopped-notice.tsx';
import { UnsentActions } from './unsent-actions.tsx';
import { useEntryState } from './use-entry-state.ts';
import { WaitingCare } from './waiting-care.tsx';

const HandOver = lazyPart(
  async () => (await import('./hand-over.tsx')).HandOver,
  () => null,
);

const ForgottenNotice = lazyPart(async () => (await import('./forgotten-notice.tsx')).ForgottenNotice);

/** What may be changed of what the office has. */
const RepairCard = lazyPart(async () => (await import('./repair-card.tsx')).RepairCard);
const ChangeCard = lazyPart(async () => (await import('./change-card.tsx')).ChangeCard);

const NewsCard = lazyPart(
  async () => (await import('./news-card.tsx')).NewsCard,
  () => null,
);

const Timeline = lazyPart(
  async () => (await import('./timeline.tsx')).Timeline,
  () => null,
);

const SurveyCard = lazyPart(
  async () => (await import('./survey-card.tsx')).SurveyCard,
  () => null,
);

const ResultsCard = lazyPart(async () => (await import('./results-card.tsx')).ResultsCard);

/** Of a field officer only. */
const TakenOver = lazyPart(
  async () => (await import('./taken-over.tsx')).TakenOver,
  () => null,
);

/** One application: where it is, what the office said, what can be done. */
export function ApplicationScreen() {
  const words = useMessages(outboxWords);
  const troubles = useMessages(troubleWords);
  const { applicationId = '' } = useParams();
  const menu = useMenu();
  const found = useLive(useMemo(() => menu.outbox.item(applicationId), [menu, applicationId]));
  if (found.state === 'loading') {
    return (
      <Screen title={words.title} back="/permohonan">
        <Skeleton rows={5} />
      </Screen>
    );
  }
  if (found.state === 'failed') {
    return (
      <Screen title={words.failedTitle} back="/permohonan">
        <Notice tone="alert">{troubles[found.reason]}</Notice>
      </Screen>
    );
  }
  if (found.value === null) {
    return (
      <Screen title={words.missing.title} back="/permohonan">
        <EmptyState
          title={words.missing.text}
          actions={<ButtonLink href="/permohonan">{words.missing.action}</ButtonLink>}
        />
      </Screen>
    );
  }
  return <Application item={found.value} />;
}

function Application({ item }: { readonly item: OutboxItem }) {
  const words = useMessages(outboxWords);
  const formats = useFormats();
  const text = useLocalText();
  const state = useEntryState(item);
  const { entry } = item;
  const { delivery, about } = entry;
  const results = item.tracked?.timeline?.results;
  const engine = useObservable(useMenu().outbox.status());
  const news = officeNews(item);
  // No news will come of it.
  const hasEnded = news !== null && isOver(news.status);
  // The notice under it says that already, with the way to do it.
  const detail = delivery.state === 'waiting' && engine.kind !== 'sign-in-needed' ? state.detail : null;
  return (
    <Screen
      title={about === undefined ? text(entry.serviceName) : words.changeOf[about.kind](text(entry.serviceName))}
      lead={words.sentOn(formats.dateTime(entry.createdAtMs))}
      back="/permohonan"
    >
      <div aria-live="polite">
        <p>
          <StateBadge state={state} />
        </p>
        {detail !== null && <p>{[detail, state.left].filter((part) => part !== null).join(' · ')}</p>}
      </div>
      {delivery.state === 'waiting' && (
        <>
          {delivery.receipt !== null && !isStopped(entry) && <p>{words.partly}</p>}
          {item.totalBytes > 0 && (
            <div data-testid="bytes-sent" data-bytes={item.sentBytes}>
              <Progress
                value={item.sentBytes}
                max={item.totalBytes}
                label={words.papers.title}
                valueText={words.bytesSent(formats.bytes(item.sentBytes), formats.bytes(item.totalBytes))}
                tone="waiting"
              />
            </div>
          )}
          {isStopped(entry) ? <StoppedNotice canReopen={entry.untried === true} /> : <UnsentActions items={[item]} />}
          {about?.kind !== 'withdrawal' && <WaitingCare entry={entry} />}
          {entry.sealed !== undefined && about === undefined && !isStopped(entry) && <HandOver entry={entry} />}
        </>
      )}
      <SealedNotice
        entry={entry}
        isBack={about === undefined && news?.status === 'returned' && hasAnswers(item.tracked?.repair)}
      />
      {delivery.state === 'needs-person' && isStopped(entry) && <StoppedNotice canReopen />}
      {delivery.state === 'needs-person' &&
        (isForgotten(entry) ? (
          <ForgottenNotice entry={entry} />
        ) : (
          <AttentionNotice entry={entry} problem={delivery.problem} />
        ))}
      {delivery.state === 'delivered' && (
        <>
          <div>
            <CopyButton
              text={delivery.receipt.registrationNumber}
              label={words.number.copy}
              copied={words.number.copied}
              notCopied={words.number.notCopied}
            />
          </div>
          {delivery.receipt.signed !== undefined && about === undefined && (
            <div>
              <ButtonLink href={`/permohonan/${entry.applicationId}/tanda-terima`} variant="secondary">
                {words.receipt}
              </ButtonLink>
            </div>
          )}
          {about === undefined && (
            <>
              <OfficeNews item={item} />
              {results !== undefined && <ResultsCard applicationId={entry.applicationId} results={results} />}
              <RepairCard item={item} />
              {isAskedAbout(item) && <SurveyCard applicationId={entry.applicationId} />}
              <Timeline item={item} />
              {entry.residentId !== undefined && <TakenOver applicationId={entry.applicationId} />}
            </>
          )}
        </>
      )}
      {about !== undefined && <ChangeCard item={item} about={about} />}
      {delivery.state !== 'needs-person' && about === undefined && !hasEnded && <NewsCard />}
      {about !== undefined && entry.documents.length === 0 ? null : entry.claimedAtMs === undefined ? (
        <Section title={words.papers.title}>
          <EntryPapers entry={entry} />
        </Section>
      ) : (
        <p>{words.claimed(formats.date(entry.claimedAtMs))}</p>
      )}
      {delivery.state === 'delivered' &&
        about === undefined &&
        entry.sealed === undefined &&
        entry.claimedAtMs === undefined && <ApplyAgain applicationId={entry.applicationId} />}
    </Screen>
  );
}

function OfficeNews({ item }: { readonly item: OutboxItem }) {
  const words = useMessages(outboxWords);
  const statuses = useMessages(officeStatusWords);
  const formats = useFormats();
  const news = officeNews(item);
  if (news === null) return null;
  const { status, changedAtMs, reason } = news;
  const { label, next } = statusWords(statuses, status);
  const tone =
    status === 'returned' || status === 'rejected'
      ? 'alert'
      : status === 'ready' || status === 'done'
        ? 'success'
        : 'info';
  return (
    <Notice tone={tone} live="status" headingLevel={2} title={label}>
      <p>{next}</p>
      {reason !== null && (
        <p>
          {words.officeSays}: {reason}
        </p>
      )}
      <p>{formats.dateTime(changedAtMs)}</p>
    </Notice>
  );
}
