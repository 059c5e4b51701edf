import type { Delivery, OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import type { OutboxItem } from '#services/menu.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const names = {
  sku: { id: 'Surat keterangan usaha (SKU)', en: 'Business letter (SKU)' },
  'akta-kelahiran': { id: 'Akta kelahiran', en: 'Birth certificate' },
  pengaduan: { id: 'Pengaduan dan aspirasi', en: 'Complaints and suggestions' },
};

export interface SampleOptions {
  readonly number: number;
  readonly serviceId: keyof typeof names;
  readonly createdAtMs: number;
  readonly delivery: Delivery;
  readonly sentBytes?: number;
  readonly status?: OfficeStatus;
  readonly reason?: string;
}

/** One application with two photos, in the state that a screen is to show. */
export function sampleItem(options: SampleOptions): OutboxItem {
  const applicationId = `00000000-0000-7000-8000-${String(options.number).padStart(12, '0')}`;
  const sizes = [312_000, 204_800];
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  return { entry: entry(), tracked: tracked(), sentBytes: options.sentBytes ?? 0, totalBytes, leftBytes: leftBytes() };

  function leftBytes(): number {
    return options.delivery.state === 'delivered' ? 0 : totalBytes - (options.sentBytes ?? 0);
  }

  function entry(): OutboxEntry {
    return {
      applicationId,
      ownerId: null,
      deviceId: '00000000-0000-7000-8000-000000000001',
      sequence: options.number,
      serviceId: options.serviceId,
      serviceName: names[options.serviceId],
      createdAtMs: options.createdAtMs,
      envelope: { mediaType: 'application/json', sizeBytes: 900, sha256: '0'.repeat(64) },
      documents: sizes.map((sizeBytes, at) => paper(`${applicationId.slice(0, -1)}${at}`, sizeBytes)),
      delivery: options.delivery,
    };
  }

  function paper(id: string, sizeBytes: number): OutboxDocument {
    const done = options.delivery.state === 'delivered';
    return {
      id,
      slot: id.endsWith('0') ? 'ktp' : 'kk',
      mediaType: 'image/jpeg',
      sizeBytes,
      sha256: '0'.repeat(64),
      progress: done ? { state: 'verified' } : { state: 'pending' },
      restarts: 0,
    };
  }

  function tracked(): OutboxItem['tracked'] {
    if (options.status === undefined) return null;
    return {
      applicationId,
      status: options.status,
      version: 3,
      changedAtMs: options.createdAtMs + dayMs,
      reason: options.reason ?? null,
    };
  }
}

export function sampleReceipt(number: number, receivedAtMs: number): Receipt {
  return {
    applicationId: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    registrationNumber: `AJK-2026-${String(number).padStart(6, '0')}`,
    status: 'submitted',
    version: 1,
    receivedAtMs,
    missingDocumentIds: [],
  };
}

/** One of each state, newest first. */
export function sampleOutbox(nowMs: number): readonly OutboxItem[] {
  return [
    sampleItem({
      number: 7,
      serviceId: 'sku',
      createdAtMs: nowMs - 4 * minuteMs,
      delivery: { state: 'waiting', attempts: 0, nextTryAtMs: nowMs, lastProblem: null, receipt: null },
    }),
    sampleItem({
      number: 6,
      serviceId: 'akta-kelahiran',
      createdAtMs: nowMs - 40 * minuteMs,
      sentBytes: 230_000,
      delivery: {
        state: 'waiting',
        attempts: 3,
        nextTryAtMs: nowMs + 7 * minuteMs,
        lastProblem: { kind: 'office-trouble', status: 502 },
        receipt: null,
      },
    }),
    sampleItem({
      number: 5,
      serviceId: 'pengaduan',
      createdAtMs: nowMs - dayMs,
      delivery: {
        state: 'needs-person',
        sinceMs: nowMs - dayMs,
        problem: {
          kind: 'refused',
          status: 422,
          detail: 'Tanggal kejadian tidak boleh di masa depan.',
          fieldProblems: [],
        },
        receipt: null,
      },
    }),
    sampleItem({
      number: 4,
      serviceId: 'sku',
      createdAtMs: nowMs - 3 * dayMs,
      sentBytes: 516_800,
      status: 'returned',
      reason: 'Foto KTP terpotong di sisi kanan. Ambil foto lagi, seluruh kartu harus terlihat.',
      delivery: { state: 'delivered', receipt: sampleReceipt(4, nowMs - 3 * dayMs), deliveredAtMs: nowMs - 3 * dayMs },
    }),
    sampleItem({
      number: 3,
      serviceId: 'akta-kelahiran',
      createdAtMs: nowMs - 9 * dayMs,
      sentBytes: 516_800,
      status: 'in_process',
      delivery: { state: 'delivered', receipt: sampleReceipt(3, nowMs - 9 * dayMs), deliveredAtMs: nowMs - 9 * dayMs },
    }),
  ];
}
