import { CalendarCheck, CalendarX, CirclePause } from 'lucide-react';
import { useEffect } from 'react';
import { isOver, promisedNow } from '#domain/application/timeline.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { officeStatusWords } from '#i18n/sets/office-status.ts';
import { reasonCodeWords } from '#i18n/sets/reason-code.ts';
import { timelineWords } from '#i18n/sets/timeline.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useLater } from '#services/use-later.ts';
import type { Menu } from '#services/menu.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { useNow } from '#ui/use-now.ts';
import { OfficeName } from './office-name.tsx';
import { officeNews } from '#services/office-news.ts';
import { statusWords } from './status-words.ts';
import { type ShownStep, timelineSteps } from './timeline-steps.ts';
import styles from './timeline.module.css';
import { useLongDay } from './use-long-day.ts';

const open = (menu: Menu) => menu.timelines();

/** What has happened to an application, what was promised, and how old that news is; asks the office anew. */
export function Timeline({ item }: { readonly item: OutboxItem }) {
  const words = useMessages(timelineWords);
  const formats = useFormats();
  const nowMs = useNow();
  const timelines = useLater(open);
  const applicationId = item.entry.about?.applicationId ?? item.entry.applicationId;
  const version = item.tracked?.version;

  useEffect(() => {
    if (!timelines) return;
    void timelines.seen(applicationId);
    const ask = (): void => void timelines.refresh(applicationId);
    ask();
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, [timelines, applicationId, version]);

  const news = officeNews(item);
  if (news === null) return null;
  const timeline = item.tracked?.timeline;
  const nexts: Readonly<Record<string, string>> = words.next;
  const next = isOver(news.status) || !Object.hasOwn(nexts, news.status) ? undefined : nexts[news.status];
  return (
    <Section title={words.title}>
      <Promised item={item} nowMs={nowMs} />
      <ol className={styles.steps} data-testid="timeline">
        {timelineSteps(item).map((step) => (
          <li key={`${step.atMs} ${step.action}`} className={styles.step}>
            <Step step={step} />
          </li>
        ))}
        {next !== undefined && <li className={styles.next}>{next}</li>}
      </ol>
      {timeline?.office && (
        <p className={styles.soft}>
          <OfficeName office={timeline.office} />
        </p>
      )}
      <p className={styles.soft} data-testid="timeline-age">
        {timeline === undefined ? words.notHeard : words.heard(formats.ago(timeline.heardAtMs, nowMs))}
      </p>
    </Section>
  );
}

function Promised({ item, nowMs }: { readonly item: OutboxItem; readonly nowMs: number }) {
  const words = useMessages(timelineWords);
  const formats = useFormats();
  const longDay = useLongDay();
  const status = officeNews(item)?.status;
  if (status === undefined) return null;
  const promised = promisedNow(item.tracked?.timeline?.due ?? null, status, wibDate(nowMs));
  switch (promised.kind) {
    case 'none':
      return null;
    case 'by':
      return (
        <p className={styles.promised} data-testid="promised">
          <CalendarCheck aria-hidden="true" />
          <strong>{words.promised(longDay(promised.day))}</strong>
        </p>
      );
    case 'late':
      return (
        <Notice tone="alert" icon={<CalendarX />} headingLevel={3} title={words.late}>
          {words.lateText(longDay(promised.day))}
        </Notice>
      );
    case 'paused':
      return (
        <Notice tone="waiting" icon={<CirclePause />} headingLevel={3} title={words.paused}>
          {words.pausedText(formats.date(promised.sinceMs))}
        </Notice>
      );
  }
}

function Step({ step }: { readonly step: ShownStep }) {
  const words = useMessages(timelineWords);
  const statuses = useMessages(officeStatusWords);
  const reasons = useMessages(reasonCodeWords);
  const formats = useFormats();
  const actions: Readonly<Record<string, string>> = words.actions;
  const people: Readonly<Record<string, string>> = words.by;
  const known = step.action !== null && Object.hasOwn(actions, step.action) ? actions[step.action] : undefined;
  const who = step.by === null ? undefined : Object.hasOwn(people, step.by) ? people[step.by] : words.by.official;
  return (
    <>
      <strong>{known ?? statusWords(statuses, step.status).label}</strong>
      <span className={styles.soft}>
        {[formats.dateTime(step.atMs), who].filter((part) => part !== undefined).join(' · ')}
      </span>
      {step.reasonCode !== undefined && step.reasonCode !== 'other' && <span>{reasons[step.reasonCode]}</span>}
      {step.reason !== null && <span className={styles.reason}>{step.reason}</span>}
    </>
  );
}
