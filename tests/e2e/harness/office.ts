import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import type { ProviderSettings } from '#server/oidc/provider-settings.ts';
import type { PushSettings } from '#server/open-push.ts';
import { writeTestMap } from '#server/testing/test-map.ts';
import type { SealingMode } from '#domain/sealing/sealing-terms.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { FaultProxy } from './fault-proxy.ts';
import { KeptShell } from './kept-shell.ts';
import { deliver } from './messages.ts';
import { killTree } from './process-tree.ts';
import { makeScratch, removeScratch } from './scratch.ts';
import { within } from './until.ts';

export interface OfficeOptions {
  /** Services on top of the shipped ones. */
  readonly moreServices?: readonly ServiceDefinition[];
  /** Offers a map of the tests' own, around Tigaraksa. */
  readonly map?: boolean;
  /** What it says about sealing; the server's own default when absent. */
  readonly sealing?: SealingMode;
  /** A push service on this machine, that it wakes browsers by. */
  readonly pushOrigin?: string;
  /** Where its officials sign in. */
  readonly provider?: ProviderSettings;
  /** PostgreSQL; its own embedded database when absent. */
  readonly databaseUrl?: string;
  /** Writes down all it can. */
  readonly isTalkative?: boolean;
  /** It signs people in and carries everything else to a backend that takes bearer tokens only. */
  readonly gateway?: boolean;
}

export interface OfficeSettings {
  readonly behindDir: string | null;
  readonly push?: Pick<PushSettings, 'hosts' | 'subject'> & { readonly keys: null };
  readonly sealing?: { readonly mode: SealingMode; readonly keyFile: null };
  readonly provider?: ProviderSettings;
  readonly databaseUrl?: string;
  readonly logLevel: 'info' | 'debug';
  readonly dataDir: string;
  readonly webDist: string;
  readonly demoAccounts: readonly DemoAccount[];
  readonly catalogueDir: string | null;
  readonly mapTiles: string | null;
}

const shippedCatalogue = fileURLToPath(new URL('../../../server/catalogue', import.meta.url));
const citizensPerFile = 40;
export const officer: DemoAccount = {
  accountId: 'petugas-1',
  login: '0812-0000-0900',
  code: '900900',
  name: 'KANARI PETUGAS',
  roles: ['verifikator'],
  posts: [
    { level: 'dinas', area: '36.03' },
    { level: 'kecamatan', area: '36.03' },
    { level: 'desa', area: '36.03' },
  ],
};

let officesOpened = 0;

/** Two offices may be open at once: each has numbers of its own, so that a message reaches one phone only. */
function makeCitizen(office: number, index: number): DemoAccount {
  return {
    accountId: `warga-${index}`,
    login: `0812${String(office).padStart(4, '0')}${String(index).padStart(4, '0')}`,
    code: String(100_000 + index),
    name: `KANARI WARGA ${index}`,
    roles: ['pemohon'],
  };
}

/** Applies for residents; signs in by number and code like them. */
function makeFieldOfficer(office: number): DemoAccount {
  return {
    accountId: 'pendamping-1',
    login: `0813${String(office).padStart(4, '0')}0001`,
    code: '131313',
    name: 'KANARI PENDAMPING',
    roles: ['pendamping'],
  };
}

/** The reference backend in a process of its own, with an empty data folder, behind a fault proxy. */
export class Office {
  readonly proxy: FaultProxy;
  /** Of the app that it hands out. */
  readonly shell: KeptShell;
  /** Past the proxy, for the test's own questions. */
  readonly directOrigin: string;
  readonly #process: ChildProcess;
  readonly #dataDir: string;
  readonly #log: string[];
  readonly #ordinal: number;
  #citizensUsed = 0;

  private constructor(parts: {
    proxy: FaultProxy;
    shell: KeptShell;
    port: number;
    process: ChildProcess;
    dataDir: string;
    log: string[];
    ordinal: number;
  }) {
    this.proxy = parts.proxy;
    this.shell = parts.shell;
    this.directOrigin = `http://localhost:${parts.port}`;
    this.#process = parts.process;
    this.#dataDir = parts.dataDir;
    this.#log = parts.log;
    this.#ordinal = parts.ordinal;
  }

  /** @param shell shared by offices that are open one after the other, and hand out the same app */
  static async open(webDist: string, options: OfficeOptions = {}, shell = new KeptShell()): Promise<Office> {
    const dataDir = makeScratch('office');
    officesOpened += 1;
    const ordinal = officesOpened;
    const settings: OfficeSettings = {
      dataDir,
      webDist,
      demoAccounts: [
        officer,
        makeFieldOfficer(ordinal),
        ...Array.from({ length: citizensPerFile }, (_, index) => makeCitizen(ordinal, index + 1)),
      ],
      catalogueDir: makeCatalogue(options.moreServices ?? []),
      mapTiles: options.map === true ? makeMap() : null,
      logLevel: options.isTalkative === true ? 'debug' : 'info',
      ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
      behindDir: options.gateway === true ? path.join(dataDir, 'behind') : null,
      ...(options.pushOrigin === undefined
        ? {}
        : { push: { keys: null, hosts: { hosts: [], testOrigin: options.pushOrigin }, subject: null } }),
      ...(options.provider === undefined ? {} : { provider: options.provider }),
      ...(options.sealing === undefined ? {} : { sealing: { mode: options.sealing, keyFile: null } }),
    };
    const office = fork(new URL('office-process.ts', import.meta.url), [JSON.stringify(settings)], {
      silent: true,
      env: { NODE_COMPILE_CACHE: path.resolve('.cache', 'compiled'), ...process.env },
    });
    const log: string[] = [];
    office.stdout?.on('data', (piece) => log.push(String(piece)));
    office.stderr?.on('data', (piece) => log.push(String(piece)));
    const port = await within('the office opens', readPort(office, log));
    office.on('message', deliver);
    const proxy = await FaultProxy.start(port, shell.port);
    return new Office({ proxy, shell, port, process: office, dataDir, log, ordinal });
  }

  /** Where phones find it. */
  get origin(): string {
    return this.proxy.origin;
  }

  /** Its database, for looking into. */
  get databaseFile(): string {
    return path.join(this.#dataDir, 'app.db');
  }

  /** Where the bytes of papers lie. */
  get filesFolder(): string {
    return path.join(this.#dataDir, 'files');
  }

  get log(): string {
    return this.#log.join('');
  }

  get fieldOfficer(): DemoAccount {
    return makeFieldOfficer(this.#ordinal);
  }

  /** A person who has never been here. */
  nextCitizen(): DemoAccount {
    this.#citizensUsed += 1;
    if (this.#citizensUsed > citizensPerFile) throw new Error('more promises in one file than demo accounts');
    return makeCitizen(this.#ordinal, this.#citizensUsed);
  }

  async close(): Promise<void> {
    await this.proxy.close();
    if (this.#process.pid !== undefined) await killTree(this.#process.pid);
    removeScratch(this.#dataDir);
  }
}

/** A folder with the shipped services and the others; null when there are no others. */
export function makeCatalogue(more: readonly ServiceDefinition[]): string | null {
  if (more.length === 0) return null;
  const folder = makeScratch('catalogue');
  cpSync(shippedCatalogue, folder, { recursive: true });
  for (const service of more) writeFileSync(path.join(folder, `${service.id}.json`), JSON.stringify(service));
  return folder;
}

function makeMap(): string {
  const file = path.join(makeScratch('map'), 'peta.mbtiles');
  writeTestMap(file);
  return file;
}

async function readPort(office: ChildProcess, log: readonly string[]): Promise<number> {
  const message = once(office, 'message');
  const exit = once(office, 'exit').then(() => {
    throw new Error(`the office did not open:\n${log.join('')}`);
  });
  const [port]: unknown[] = await Promise.race([message, exit]);
  if (typeof port !== 'number') throw new Error('the office named no port');
  return port;
}
