/** The phone's own duties towards the office: what it tells of itself, and the orders that it obeys. */
import { type DeviceOrder, readSignedOrder } from '#domain/device/device-order.ts';
import type { NumberRange } from '#domain/device/number-ranges.ts';
import { bytesOf } from '#domain/signing/compact-jws.ts';
import { singleFlight } from '#lib/single-flight.ts';
import type { DeviceCarePorts, DeviceReport } from './device-care-ports.ts';

const dayMs = 20 * 60 * 60 * 1000;
/** What changes again and again is told together. */
const restMs = 5 * 60 * 1000;

export interface DeviceCare {
  /** Asks for orders, and reports where it is time. Never rejects; joins one that is under way. */
  contact(): Promise<void>;
  acknowledge(): Promise<void>;
}

export function createDeviceCare(ports: DeviceCarePorts): DeviceCare {
  const { store, office, keys, nowMs } = ports;

  async function showIncident(): Promise<void> {
    ports.show((await store.read())?.incidents[0] ?? null);
  }

  /** By a key that was kept at an earlier contact: whoever stands in the way once can't bring order and key together. */
  async function isGenuine(signed: NonNullable<ReturnType<typeof readSignedOrder>>): Promise<boolean> {
    const key = (await keys.read()).find(({ kid }) => kid === signed.keyId);
    const publicKey = bytesOf(key?.x ?? '');
    if (key === undefined || publicKey === undefined) {
      await keys.refresh();
      return false;
    }
    return ports.verify(signed.signature, new TextEncoder().encode(signed.signingInput), publicKey);
  }

  async function obeyOrders(deviceId: string, done: readonly string[]): Promise<void> {
    const nonce = ports.newNonce();
    for (const text of (await office.orders(deviceId, nonce)) ?? []) {
      const signed = readSignedOrder(text);
      if (signed?.order.deviceId !== deviceId || signed.order.nonce !== nonce) continue;
      if (done.includes(signed.order.id) || !(await isGenuine(signed))) continue;
      await obey(signed.order, text);
    }
  }

  async function obey(order: DeviceOrder, text: string): Promise<void> {
    const receiptOf = (facts: object) => ({
      orderId: order.id,
      body: JSON.stringify({ order: text, doneAt: new Date(nowMs()).toISOString(), ...facts }),
    });
    const { action, by, orderedAtMs, accountId } = order;
    // No run of the outbox meanwhile: it would write back what it has read.
    await ports.exclusively(async () => {
      if (action === 'wipe') {
        if ((await store.wipe(order, receiptOf)) !== null) await ports.forgetTraces();
        return;
      }
      const told = {
        kind: 'signed-out',
        by,
        orderedAtMs,
        drafts: 0,
        applications: 0,
        neverSent: 0,
        keptSealed: 0,
      } as const;
      await store.signOut(receiptOf(nothingDeleted), told, accountId);
    });
  }

  async function report(isDue: boolean): Promise<void> {
    if (!isDue) return;
    const found = await store.report();
    if (found === null || (await ports.whoIsIn()) !== found.accountId) return;
    const missing = await tell(found);
    if (missing === null) return;
    // Kept for the day on which this phone is lost.
    if ((await keys.read()).length === 0) await keys.refresh();
    const lost = await store.reported(found.voids, missing, found, nowMs());
    const again = lost.length > 0 ? await store.report() : null;
    if (again !== null && (await tell(again)) !== null) await store.reported(again.voids, [], again, nowMs());
  }

  async function tell({ device, held, voids, counts, readable }: DeviceReport): Promise<readonly NumberRange[] | null> {
    const { deviceId, lastSequence } = device;
    const about = { appVersion: ports.appVersion, lock: await ports.lock(), lastSequence };
    const some = { held: held.slice(0, 500), voids: voids.slice(0, 500) };
    return office.report(deviceId, { ...about, ...some, counts, readable }, await store.secret(ports.newSecret));
  }

  const contact = singleFlight(async (): Promise<void> => {
    const known = await store.read();
    if (known !== undefined) {
      const { deviceId } = known.device;
      await obeyOrders(deviceId, known.done);
      for (const { orderId, body } of (await store.read())?.owed ?? []) {
        const secret = await store.secret(ports.newSecret);
        if (await office.receipt(deviceId, orderId, body, secret)) await store.settle(orderId);
      }
      const now = await store.read();
      if (now !== undefined) await report(now.accountId !== null && isReportDue(now, nowMs()));
    }
    await showIncident();
  });

  return {
    contact: () => contact().catch(() => undefined),
    async acknowledge() {
      await store.acknowledge();
      await showIncident();
    },
  };
}

const nothingDeleted = {
  deleted: { drafts: 0, applications: 0, papers: 0, keptPapers: 0, folders: 0, sharedFiles: 0, others: 0 },
  keptSealed: 0,
  neverSent: [],
};

interface LastReport {
  readonly reportedAtMs: number | null;
  readonly reportedEpoch: number;
  readonly reportedFor: string | null;
  readonly accountId: string | null;
  readonly device: { readonly epoch: number };
}

/** Once a day, and some minutes after something has changed. A clock that went back is no reason to be silent. */
function isReportDue(last: LastReport, nowMs: number): boolean {
  const { reportedAtMs, reportedEpoch, device } = last;
  if (reportedAtMs === null || last.reportedFor !== last.accountId) return true;
  const sinceMs = nowMs - reportedAtMs;
  if (sinceMs < 0 || sinceMs >= dayMs) return true;
  return device.epoch !== reportedEpoch && sinceMs >= restMs;
}
