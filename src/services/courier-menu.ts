import { carryCode } from '#domain/application/carried.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { FrameSequence } from '#lib/codes/frames.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import { mapLive } from '#lib/map-live.ts';
import { codesOf, fileIn } from './courier-codes.ts';

export interface CarriedItem {
  readonly applicationId: string;
  /** The same on both phones. */
  readonly code: string;
  readonly papers: number;
  readonly sentBytes: number;
  readonly totalBytes: number;
  /** stopped: the office does not take it from here; its owner still has it. */
  readonly state: 'waiting' | 'delivered' | 'stopped';
  /** All that whoever carries it learns of it; null before the office has it. */
  readonly registrationNumber: string | null;
}

export type Packed =
  | { readonly kind: 'packed'; readonly file: Blob; readonly fileName: string; readonly code: string }
  /** This phone was never signed in, or has lost what it hands in by: it has to sign in once. */
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'failed' };

/** What is sealed may travel through any phone: it is delivered there unread, and once, whoever else delivers it too. */
export interface CourierMenu {
  /** One sealed application as a file for somebody else's phone. It stays here, and goes from here too. */
  pack(entry: OutboxEntry): Promise<Packed>;
  /** Such a file as QR codes; null where it is too large for them. */
  codesOf(file: Blob): Promise<FrameSequence | null>;
  /** The file that was shown as codes, out of what they came to. Whether it is a good one, taking it in says. */
  fileIn(bytes: Uint8Array<ArrayBuffer>): Promise<Blob>;
  /** What this phone carries for others, the newest first. */
  carried(): LiveQuery<readonly CarriedItem[]>;
  /** Away with one from this phone; its owner keeps it. False: not now. */
  forget(applicationId: string): Promise<boolean>;
}

export interface CourierPorts {
  readonly readTicket: () => Promise<{
    readonly accountId: string;
    readonly held: { readonly ticket: string; readonly deviceId: string; readonly renewedAtMs: number } | null;
  } | null>;
  readonly carryToken: (ticket: string, applicationId: string, envelopeSha256: string) => Promise<string>;
  readonly exportEntry: (applicationId: string, carry: string) => Promise<Blob | null>;
  readonly store: {
    live(): LiveQuery<readonly OutboxEntry[]>;
    forget(applicationId: string): Promise<boolean>;
  };
  readonly nowMs: () => number;
}

/** The office takes nothing by a ticket that was not renewed for so long: whoever carries it would carry it for nothing. */
const ticketLastsMs = 30 * 24 * 60 * 60 * 1000;

export function createCourierMenu({ readTicket, carryToken, exportEntry, store, nowMs }: CourierPorts): CourierMenu {
  return {
    async pack({ applicationId, ownerId, deviceId, sealed, envelope }) {
      if (sealed === undefined) return { kind: 'failed' };
      const own = await readTicket();
      const held = own?.accountId === ownerId && own?.held?.deviceId === deviceId ? own.held : null;
      if (held === null || nowMs() - held.renewedAtMs >= ticketLastsMs) return { kind: 'sign-in-needed' };
      const carry = await carryToken(held.ticket, applicationId, envelope.sha256);
      const file = await exportEntry(applicationId, carry);
      if (file === null) return { kind: 'failed' };
      const code = carryCode(envelope.sha256);
      return { kind: 'packed', file, fileName: `titipan-${code.toLowerCase()}.txt`, code };
    },
    codesOf,
    fileIn,
    carried: () => mapLive(store.live(), (entries) => entries.map(itemOf)),
    forget: (applicationId) => store.forget(applicationId),
  };
}

function itemOf({ applicationId, envelope, documents, delivery }: OutboxEntry): CarriedItem {
  const sent = documents.map(({ sizeBytes, progress }) =>
    progress.state === 'verified' ? sizeBytes : progress.state === 'uploading' ? progress.offsetBytes : 0,
  );
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
  const isDelivered = delivery.state === 'delivered';
  return {
    applicationId,
    code: carryCode(envelope.sha256),
    papers: documents.length,
    sentBytes: sum(sent) + (delivery.receipt === null ? 0 : envelope.sizeBytes),
    totalBytes: sum(documents.map(({ sizeBytes }) => sizeBytes)) + envelope.sizeBytes,
    state: isDelivered ? 'delivered' : delivery.state === 'waiting' ? 'waiting' : 'stopped',
    registrationNumber: isDelivered ? delivery.receipt.registrationNumber : null,
  };
}
