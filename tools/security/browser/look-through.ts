import { DatabaseSync } from 'node:sqlite';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import type { Office } from '#tests/e2e/harness/office.ts';
import { scanBytes, scanPaths, testCanaries } from '../../checks/canary-scan.ts';
import type { Asked } from './browser-run.ts';
import { photoCanary, plantedPhoto } from './planted-photo.ts';

/** How often something of a person was found, by place. */
export interface LookedAt {
  /** 0 in each. */
  readonly never: Readonly<Record<string, number>>;
  /** 1 or more in each: a scan that can't find what is there is worth nothing. */
  readonly always: Readonly<Record<string, number>>;
}

interface Traces {
  readonly office: Office;
  readonly profile: string;
  readonly asked: readonly Asked[];
  readonly caches: string;
  /** Console and titles. */
  readonly said: string;
}

/** Tables that hold nothing which somebody has typed. */
const impersonal = [
  ...['audit_log', 'audit_head', 'session', 'one_time_code', 'change', 'erased_application', 'decision'],
  ...['claim_offer', 'device_report', 'device_void', 'device_order'],
];

export async function lookThrough({ office, profile, asked, caches, said }: Traces): Promise<LookedAt> {
  const count = (text: string | Buffer, canaries: readonly string[] = testCanaries) =>
    scanBytes('', Buffer.isBuffer(text) ? text : Buffer.from(text), canaries).length;
  const inFolder = (folder: string, canaries: readonly string[] = testCanaries) =>
    existsSync(folder) ? scanPaths([folder], { canaries }).finds.length : 0;
  const inProfile = (...path: readonly string[]) => inFolder(join(profile, 'Default', ...path));
  const filesIn = (...path: readonly string[]) => {
    const folder = join(profile, 'Default', ...path);
    return existsSync(folder) ? scanPaths([folder]).read : 0;
  };
  const database = new DatabaseSync(office.databaseFile, { readOnly: true });
  const rowsOf = (table: string) => JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all());
  const bodies = Buffer.concat(asked.map(({ body }) => body));
  const files = join(dirname(office.databaseFile), 'files');
  try {
    return {
      never: {
        'addresses of requests': count(asked.map(({ url }) => url).join('\n')),
        'Referer of requests': count(asked.map(({ referer }) => referer).join('\n')),
        'console and titles': count(said),
        'the log of the server': count(office.log),
        'Cache Storage': count(caches),
        'the folder of Cache Storage': inProfile('Service Worker', 'CacheStorage'),
        'the HTTP cache': inProfile('Cache'),
        'local storage': inProfile('Local Storage'),
        'session storage': inProfile('Session Storage'),
        'metadata of the photo in what was sent': count(bodies, [photoCanary]),
        'metadata of the photo in the files of the office': inFolder(files, [photoCanary]),
        ...Object.fromEntries(impersonal.map((table) => [`the table ${table}`, count(rowsOf(table))])),
      },
      always: {
        'requests that were seen': asked.length,
        'files in Cache Storage': caches.split('\n').length,
        'lines of the log': office.log.split('\n').length - 1,
        'rows of the audit log': database.prepare('SELECT * FROM audit_log').all().length,
        'what was sent': count(bodies),
        'the table application': count(rowsOf('application')),
        'the table account, which has the names': count(rowsOf('account')),
        'the app’s own store on the phone': inProfile('IndexedDB'),
        'the photo before it was prepared': count(plantedPhoto(), [photoCanary]),
        'files of the HTTP cache': filesIn('Cache'),
        'files of Cache Storage': filesIn('Service Worker', 'CacheStorage'),
        'files of local storage': filesIn('Local Storage'),
        'files of the office': existsSync(files) ? scanPaths([files]).read : 0,
      },
    };
  } finally {
    database.close();
  }
}
