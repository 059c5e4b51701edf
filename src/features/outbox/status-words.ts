import type { ToldStatus } from '#domain/application/status.ts';
import type { OfficeStatusMessages } from '#i18n/messages/id/office-status.ts';

type StatusWords = OfficeStatusMessages['newer'];

/** A newer office's code has no words of its own yet: there is news, and the way to it. */
export function statusWords(all: OfficeStatusMessages, status: ToldStatus): StatusWords {
  const known: Readonly<Record<string, StatusWords>> = all;
  return (Object.hasOwn(known, status) ? known[status] : undefined) ?? all.newer;
}
