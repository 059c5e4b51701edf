import { rangesText } from '#domain/device/number-ranges.ts';
import type { DeviceOrder } from '#server/stores/device-store.ts';
import type { ExposedItem, ExposedReport, Exposure } from './exposure.ts';

/** For the operator's terminal. It names people: it is for who has to tell them. */
export function exposureText({ deviceId, reports, sequence, orders }: Exposure): string {
  const { missing, lost, duplicated } = sequence;
  const numbers = Object.entries({ missing, lost, duplicated }).filter(([, ranges]) => ranges.length > 0);
  return [
    `Phone ${deviceId}`,
    ...reports.flatMap(reportLines),
    ...numbers.map(([what, ranges]) => `Numbers ${what}: ${rangesText(ranges)}`),
    'Done since:',
    ...(orders.length === 0
      ? ['  nothing: npm run devices -- wipe DEVICE']
      : orders.map((order) => `  ${orderText(order)}`)),
    '',
  ].join('\n');
}

function reportLines(report: ExposedReport): readonly string[] {
  const { accountId, isFieldOfficer, label, lock, appVersion, lastSeenAtMs, counts, people, unnamed } = report;
  return [
    `Account ${accountId}${isFieldOfficer ? ' (field officer)' : ''}, ${label}, app ${appVersion}`,
    `  last contact ${moment(lastSeenAtMs)}, lock: ${lock}`,
    `  readable: ${counts.drafts} drafts, ${counts.unsealed} not sent, ${counts.delivered} sent; ` +
      `${counts.keptPapers} kept papers, ${counts.folders} folders of residents, ${counts.sharedFiles} shared files`,
    `  sealed, and so not readable: ${counts.sealed}`,
    ...people.flatMap(({ name, phone, items, loosePapers }) => [
      `  ${name === '' ? '(no name)' : name}, ${phone ?? 'no number'}${loosePapers > 0 ? `, ${loosePapers} papers` : ''}`,
      ...items.map(itemLine),
    ]),
    ...(unnamed.length === 0 ? [] : ['  of residents whom only the field officer can name:', ...unnamed.map(itemLine)]),
  ];
}

function itemLine({ service, state, registrationNumber, id }: ExposedItem): string {
  return `    ${service}: ${state}, ${registrationNumber ?? `not at the office (${id})`}`;
}

export function orderText({ action, by, orderedAtMs, doneAtMs, receipt }: DeviceOrder): string {
  const done = doneAtMs === null ? 'not obeyed yet' : `obeyed ${moment(doneAtMs)}, receipt ${receipt ?? ''}`;
  return `${action} by ${by} ${moment(orderedAtMs)}: ${done}`;
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}
