import type { ToldStatus } from '#domain/application/status.ts';
import type { ReasonCode } from '#domain/office/reason-code.ts';
import type { OutboxItem } from '#services/menu.ts';
import { officeNews } from '#services/office-news.ts';

export interface ShownStep {
  readonly atMs: number;
  /** Null where only the status is known: nobody has said yet how it came to it. */
  readonly action: string | null;
  readonly status: ToldStatus;
  /** Key of a word for who did it. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly reasonCode?: ReasonCode;
}

/**
 * What is known of an application's way, the oldest first: the office's own list, or its receipt until that was asked
 * for; and what the feed has told since.
 */
export function timelineSteps(item: OutboxItem): readonly ShownStep[] {
  const { entry, tracked } = item;
  const news = officeNews(item);
  if (entry.delivery.state !== 'delivered' || news === null) return [];
  const { receipt } = entry.delivery;
  const told = tracked?.timeline?.steps ?? [];
  const steps: ShownStep[] =
    told.length > 0
      ? told.map(({ by, role, ...step }) => ({ ...step, by: whoOf(by, role, entry.residentId !== undefined) }))
      : [{ atMs: receipt.receivedAtMs, action: 'received', status: 'submitted', by: null, reason: null }];
  const last = steps.at(-1);
  if (last !== undefined && last.status !== news.status && news.changedAtMs >= last.atMs)
    steps.push({ atMs: news.changedAtMs, action: null, status: news.status, by: null, reason: news.reason });
  return steps;
}

function whoOf(by: string, role: string | null, isForResident: boolean): string {
  if (by === 'official') return role ?? by;
  return by === 'applicant' && isForResident ? 'resident' : by;
}
