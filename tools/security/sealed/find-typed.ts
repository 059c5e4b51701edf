import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { scanBytes } from '../../checks/canary-scan.ts';
import type { Traces, Typed } from './sealed-phone.ts';
import { databaseLog, type Finds, mayHold, type Mode, modes, ownAnswer } from './sealed-places.ts';

/** What the office has of all phones together. */
export interface OfficeTraces {
  /** Of the whole database, as pg_dump writes it. */
  readonly dump: string;
  readonly log: string;
  readonly files: string;
}

/** How often something that was typed or photographed is found, by place and by the phone that it came from. */
export function findTyped(phones: readonly Traces[], office: OfficeTraces): Finds {
  const finds = new Map<string, Record<Mode, number>>();
  const add = (place: string, mode: Mode, count: number) => {
    const counts = finds.get(place) ?? { 'no lock': 0, lock: 0 };
    counts[mode] += count;
    finds.set(place, counts);
  };
  for (const { mode, typed, profile, ...phone } of phones) {
    const look = (place: string, bytes: string | Buffer) => add(place, mode, countIn(bytes, typed));
    look('the wire, to the office', phone.sent);
    look('the wire, from the office', phone.received);
    look('the wire, to the office', phone.opened.sent);
    look('the record of the network (HAR)', phone.har);
    look(ownAnswer, phone.opened.received);
    look(ownAnswer, phone.opened.har);
    look('pushes', phone.pushed);
    look('Cache Storage', phone.caches);
    look('console and titles', phone.said);
    for (const [path, bytes] of filesIn(profile)) look(placeInProfile(path), bytes);
    look('log of the server', office.log);
    for (const [table, rows] of tablesOf(office.dump)) {
      const count = countIn(rows, typed);
      const place = `database: ${table}`;
      add(count > 0 || mayHold.has(place) ? place : 'database: every other table', mode, count);
    }
    for (const [, bytes] of filesIn(office.files)) look('files of the office', bytes);
  }
  return finds;
}

/** Names of what the scan has really looked at, which must all be there. */
export function unseen(phones: readonly Traces[], { dump, log }: OfficeTraces): readonly string[] {
  const seen: readonly (readonly [string, boolean])[] = [
    ['a phone in each mode', phones.length === modes.length],
    ['twenty tables in the dump', tablesOf(dump).size >= 20],
    ['fifty lines of the log', log.split('\n').length > 50],
    ...phones.flatMap(({ mode, sent, received, har, caches, pushed }): readonly (readonly [string, boolean])[] => [
      [`${mode}: a sealed form on the wire`, sent.includes('"sealed":{"version":1')],
      [`${mode}: pieces of a photo on the wire`, sent.length > 200_000 && sent.includes('offset+octet-stream')],
      [`${mode}: answers on the wire, which name the person`, received.includes('KANARI WARGA')],
      [`${mode}: the same form and the same answers in the record`, /sealed/.test(har) && har.includes('KANARI WARGA')],
      [`${mode}: the app in Cache Storage`, caches.split('\n').length > 20],
      [`${mode}: a push`, pushed.length > 200],
    ]),
  ];
  return seen.filter(([, isThere]) => !isThere).map(([what]) => `the scan has not seen ${what}`);
}

function countIn(bytes: string | Buffer, { words, photo }: Typed): number {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return scanBytes('', all, words).length + (all.includes(photo) ? 1 : 0);
}

function* filesIn(folder: string): Generator<readonly [string, Buffer]> {
  for (const entry of globSync('**/*', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield [relative(folder, path), readFileSync(path)];
  }
}

function placeInProfile(path: string): string {
  if (/\.indexeddb\.leveldb\//.test(path)) return databaseLog;
  if (/\.indexeddb\.blob\//.test(path)) return 'profile: files of IndexedDB';
  if (/\/CacheStorage\//.test(path)) return 'profile: Cache Storage';
  return 'profile: every other file';
}

/** The rows of each table. */
function tablesOf(dump: string): ReadonlyMap<string, string> {
  const found = dump.matchAll(/^COPY public\."?(\w+)"? \([^)]*\) FROM stdin;\n([\s\S]*?)^\\\.$/gm);
  return new Map([...found].map(([, table = '', rows = '']) => [table, rows]));
}
