import { v7 } from 'uuid';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Answers } from '#domain/form/answers.ts';
import { sha256Hex } from '#media/sha256.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createBrowserRunner } from '#runtime/browser-runner.ts';
import { openBrowserVault } from '#runtime/browser-vault.ts';
import { openPageStores, type PageStores } from '#storage/page-stores.ts';
import { createDraftsMenu } from '#services/drafts-menu.ts';
import { AjukanDatabase } from '#storage/database.ts';
import { listVisible } from '#storage/outbox-rows.ts';
import { outboxRow } from '#storage/rows.ts';
import { storeRaw } from './raw-store.ts';

export interface SubmitOrder {
  readonly serviceId: string;
  readonly answers: Answers;
  /** The requirement that takes all the files. */
  readonly slot: string;
  readonly files: number;
  readonly sizeBytes: number;
}

export interface SubmitTimes {
  readonly attachMs: number;
  readonly kirimMs: number;
}

/** What `npm run bench` asks of the page. */
export interface Bench {
  /** Begins a draft; resolves with the path of its form. */
  startForm(serviceId: string): Promise<string>;
  /** Attaches papers to a filled-in draft and sends it off; each time ends after the strict commit and the read-back. */
  submit(order: SubmitOrder): Promise<SubmitTimes>;
  /** The same bytes in one strict transaction of a bare IndexedDB. */
  raw(files: number, sizeBytes: number): Promise<number>;
  /** Puts small entries into the outbox, as a phone has them after a long time without signal. */
  seed(count: number): Promise<void>;
  /** Resolves when the store is open. */
  init(): Promise<void>;
  /** Everything that lies in the outbox. */
  count(): Promise<number>;
  /** The newest `size`, as the list reads them. */
  page(size: number): Promise<number>;
  all(): Promise<number>;
  /** One run of the outbox; resolves with what still waits after it. */
  drain(): Promise<number>;
}

/** A store of its own on the database of the page. */
export interface BenchStores {
  readonly stores: PageStores;
  readonly newId: () => string;
}

let opened: ReturnType<typeof createBench> | undefined;

/** One for the page. */
export function openedBench(): ReturnType<typeof createBench> {
  opened ??= createBench();
  return opened;
}

function createBench(): { readonly bench: Bench; readonly inside: BenchStores } {
  const newId = (): string => v7();
  const browser = openBrowserVault([], newId);
  const { vault } = browser;
  const stores = openPageStores(vault);
  const drafts = createDraftsMenu({
    drafts: stores.drafts,
    shelf: stores.shelf,
    account: stores.account,
    catalogue: stores.catalogue,
    device: { nowMs: browserClock.nowMs, newId },
    preparePaper: async (order) => (await import('#media/prepare-plainly.ts')).preparePlainly(order),
    photoQuality: () => 'normal',
    digest: sha256Hex,
    isKnownArea: async () => (await import('#domain/area/areas.ts')).isVillageCode,
    readResident: () => Promise.resolve(undefined),
    sealing: () => Promise.resolve(null),
    wishesSeal: () => false,
    onSubmitted: () => {},
  });

  async function start(serviceId: string): Promise<string> {
    const started = await drafts.start(serviceId);
    if (started.kind !== 'started') throw new Error(`no draft: ${started.kind}`);
    return started.draftId;
  }

  const bench: Bench = {
    startForm: async (serviceId) => `/isi/${await start(serviceId)}`,

    async submit({ serviceId, answers, slot, files, sizeBytes }) {
      const draftId = await start(serviceId);
      const saved = await drafts.save(draftId, { answers, place: 'review' });
      if (saved.kind !== 'saved') throw new Error(`not saved: ${saved.kind}`);
      const papers = makePapers(files, sizeBytes);
      const attachFromMs = performance.now();
      for (const paper of papers) {
        const attached = await drafts.attach(draftId, slot, paper);
        if (attached.kind !== 'attached') throw new Error(`not attached: ${JSON.stringify(attached)}`);
      }
      const kirimFromMs = performance.now();
      performance.mark('submit:tap');
      const end = await drafts.submit(draftId);
      performance.mark('submit:stored');
      if (end.kind !== 'stored') throw new Error(`not stored: ${JSON.stringify(end)}`);
      return { attachMs: kirimFromMs - attachFromMs, kirimMs: performance.now() - kirimFromMs };
    },

    raw: async (files, sizeBytes) => await storeRaw(makePapers(files, sizeBytes)),

    async seed(count) {
      const db = new AjukanDatabase();
      await db.open();
      await db.outbox.bulkPut(Array.from({ length: count }, (_, index) => outboxRow(anEntry(newId(), index + 1))));
      db.close();
    },

    async init() {
      await vault.inspect();
    },

    count: () => withDatabase((db) => db.outbox.count()),
    page: (size) => withDatabase(async (db) => (await listVisible(db, size)).length),
    all: () => withDatabase(async (db) => (await listVisible(db, Number.POSITIVE_INFINITY)).length),

    async drain() {
      const report = await createBrowserRunner(browser).run('person');
      return report.kind === 'finished' ? report.waiting : Number.NaN;
    },
  };
  return { bench, inside: { stores, newId } };
}

async function withDatabase<T>(ask: (db: AjukanDatabase) => Promise<T>): Promise<T> {
  const db = new AjukanDatabase();
  await db.open();
  try {
    return await ask(db);
  } finally {
    db.close();
  }
}

const [pdfHead, pdfTail] = [
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n' +
    'endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n4 0 obj\n<<>>\nstream\n',
  '\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
].map((text) => new TextEncoder().encode(text)) as [Uint8Array, Uint8Array];

/** PDFs with bytes that no disk compresses. */
function makePapers(files: number, sizeBytes: number): readonly File[] {
  return Array.from({ length: files }, (_, index) => {
    const bytes = new Uint8Array(sizeBytes);
    for (let at = 0; at < sizeBytes; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    bytes.set(pdfHead);
    bytes.set(pdfTail, sizeBytes - pdfTail.length);
    return new File([bytes], `paper-${index}.pdf`, { type: 'application/pdf' });
  });
}

/** Refused for good, so that no run of the engine changes it while the list is measured. */
function anEntry(applicationId: string, sequence: number): OutboxEntry {
  return {
    applicationId,
    ownerId: null,
    deviceId: 'bench',
    sequence,
    serviceId: 'sku',
    serviceName: { id: 'Surat keterangan usaha', en: 'Business letter' },
    createdAtMs: 1_700_000_000_000 + sequence,
    envelope: { mediaType: 'application/json', sizeBytes: 2_000, sha256: 'b'.repeat(64) },
    documents: [],
    delivery: {
      state: 'needs-person',
      problem: { kind: 'refused', status: 422, detail: null, fieldProblems: [] },
      sinceMs: 1_700_000_000_000 + sequence,
      receipt: null,
    },
  };
}
