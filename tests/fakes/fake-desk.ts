/** A desk over plain memory, with as many applications as wanted: for looking at its screens without an office. */
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { QueueLine } from '#domain/desk/queue-line.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { numbersIn } from '#domain/identity/masked-numbers.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { observableValue } from '#lib/observable-value.ts';
import type { DeskMenu, DeskRead, WaitingDecision } from '#services/menu-desk.ts';

const dayMs = 86_400_000;
const perPage = 100;
const statuses: readonly OfficeStatus[] = ['submitted', 'under_review', 'submitted', 'in_process', 'ready', 'returned'];
const names = ['KANARI Satu', 'KANARI Dua', 'KANARI Tiga binti KANARI Empat', 'KANARI Lima'];
const me = { accountId: 'petugas-1', name: 'KANARI Petugas' };

function sampleLine(index: number, nowMs: number, services: readonly ServiceDefinition[]): QueueLine {
  const receivedAtMs = nowMs - dayMs * (0.2 + (index % 9));
  const status = statuses[index % statuses.length] ?? 'submitted';
  const village = 2001 + (index % 8);
  return {
    id: `0192f0c1-7d3a-7b6e-8f00-${String(index).padStart(12, '0')}`,
    registrationNumber: `TGR-2026-${String(481_000 + index)}`,
    serviceId: services[index % services.length]?.id ?? 'sku',
    status,
    version: 1,
    receivedAtMs,
    applicantName: index % 7 === 3 ? null : (names[index % names.length] ?? null),
    office: { level: 'desa', area: `36.03.01.${village}` },
    dueOn: status === 'returned' ? null : wibDate(receivedAtMs + 5 * dayMs),
    assignee: index % 3 === 0 ? me : null,
    hasDuplicates: index % 11 === 4,
    isSealed: index % 5 === 2,
    submittedBy: null,
  };
}

function sampleCase(line: QueueLine, definition: ServiceDefinition | undefined): DeskCase {
  return {
    ...line,
    schemaVersion: definition?.schemaVersion ?? 1,
    updatedAtMs: line.receivedAtMs,
    data: Object.fromEntries(
      (definition?.steps ?? []).flatMap(({ fields }) =>
        fields.flatMap(({ id, type }): readonly (readonly [string, string])[] => {
          if (type === 'text' || type === 'longText') return [[id, `KANARI ${id.replaceAll('_', ' ')}`]];
          if (type === 'nik' || type === 'kk') return [[id, '99••••••••••0001']];
          if (type === 'date') return [[id, '1990-08-17']];
          return type === 'area' ? [[id, '36.03.01.2003']] : [];
        }),
      ),
    ),
    papers: (definition?.requirements ?? []).map(({ id, accept }, at) => ({
      id: `paper-${at}`,
      slot: id,
      mediaType: accept[0] ?? 'image/jpeg',
      sizeBytes: 240_000,
      state: 'clean',
    })),
    reason: null,
    fields: [],
    history: [
      {
        atMs: line.receivedAtMs,
        action: 'received',
        status: 'submitted',
        by: 'applicant',
        role: null,
        reason: null,
        reasonCode: null,
        fields: [],
      },
    ],
    due: { workingDays: 5, dueOn: line.dueOn, pausedSinceMs: null },
    results: [],
    duplicates: line.hasDuplicates
      ? [{ id: '0192f0c1-7d3a-7b6e-8f00-000000000000', registrationNumber: 'TGR-2026-481000', because: 'nik' }]
      : [],
    onBehalf: null,
    etag: '"1"',
  };
}

export interface FakeDesk {
  readonly menu: DeskMenu;
  readonly waiting: ReturnType<typeof observableValue<readonly WaitingDecision[]>>;
}

/** @param paper what every paper shows */
export function fakeDesk(
  count: number,
  services: readonly ServiceDefinition[],
  nowMs: number,
  paper: () => Promise<ArrayBuffer>,
): FakeDesk {
  const lines = Array.from({ length: count }, (_, index) => sampleLine(index, nowMs, services));
  const waiting = observableValue<readonly WaitingDecision[]>([]);
  const read = <T>(value: T): Promise<DeskRead<T>> =>
    Promise.resolve({ kind: 'read', value, readAtMs: nowMs, isOld: false });
  const offline = () => Promise.resolve({ kind: 'offline' as const });
  const find = (id: string) => lines.find((line) => line.id === id);
  const menu: DeskMenu = {
    official: () =>
      read({ ...me, roles: ['verifikator'], posts: [{ level: 'desa', area: '36.03.01', services: undefined }] }),
    page({ statuses: wanted, search = '', serviceId, due }, after) {
      const today = wibDate(nowMs);
      const fits = lines.filter(
        (line) =>
          (wanted?.includes(line.status) ?? true) &&
          (serviceId === undefined || line.serviceId === serviceId) &&
          (due !== 'late' || (line.dueOn !== null && line.dueOn < today)) &&
          `${line.registrationNumber} ${line.applicantName ?? ''}`.toLowerCase().includes(search.toLowerCase()),
      );
      const from = Number(after ?? 0);
      const next = from + perPage < fits.length ? String(from + perPage) : null;
      return read({ lines: fits.slice(from, from + perPage), next });
    },
    counts() {
      const byStatus: Record<string, number> = {};
      for (const { status } of lines) byStatus[status] = (byStatus[status] ?? 0) + 1;
      return read({ byStatus, late: 4, dueToday: 2, mine: lines.filter(({ assignee }) => assignee !== null).length });
    },
    item(id) {
      const line = find(id);
      if (line === undefined) return Promise.resolve({ kind: 'gone' });
      return read(
        sampleCase(
          line,
          services.find((service) => service.id === line.serviceId),
        ),
      );
    },
    reveal(id) {
      const line = find(id);
      if (line === undefined) return Promise.resolve({ kind: 'gone' });
      const definition = services.find((service) => service.id === line.serviceId) ?? null;
      const masked = numbersIn(definition, sampleCase(line, definition ?? undefined).data);
      const numbers = new Map([...masked.keys()].map((pointer) => [pointer, '9903010101900001']));
      return Promise.resolve({ kind: 'revealed', value: { version: line.version, numbers } });
    },
    paper: async () => ({ kind: 'read', value: { bytes: await paper(), mediaType: 'image/png' } }),
    openPdf: () => Promise.resolve({ kind: 'unreadable' }),
    decide: offline,
    assign: offline,
    newResultId: () => '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f',
    giveResult: offline,
    waiting: () => waiting,
    seen: () => undefined,
    resume: () => undefined,
    sayAgain: () => undefined,
  };
  return { menu, waiting };
}
