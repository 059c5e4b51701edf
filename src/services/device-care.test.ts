import { getPublicKeyAsync, signAsync, utils, verifyAsync } from '@noble/ed25519';
import { describe, expect, it } from 'vitest';
import type { NumberRange } from '#domain/device/number-ranges.ts';
import { createDeviceCare } from './device-care.ts';
import type { DeviceCarePorts, DeviceReport } from './device-care-ports.ts';
import type { DeviceIncident } from './device-incident.ts';

const secret = utils.randomSecretKey();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const key = { kid: 'office', x: base64url(await getPublicKeyAsync(secret)) };
const claims = { dev: 'phone', jti: 'order-1', act: 'wipe', unsent: 'keep-sealed', acc: null, by: 'office', iat: 1000 };

async function signed(change: object, nonce: string, by = secret): Promise<string> {
  const head = base64url(JSON.stringify({ alg: 'EdDSA', typ: 'device-order+jwt', kid: 'office' }));
  const input = `${head}.${base64url(JSON.stringify({ ...claims, nonce, ...change }))}`;
  return `${input}.${base64url(await signAsync(new TextEncoder().encode(input), by))}`;
}

const report: DeviceReport = {
  device: { deviceId: 'phone', lastSequence: 3, epoch: 1 },
  accountId: 'siti',
  held: [],
  voids: [{ from: 1, to: 1, reason: 'withdrawn' }],
  counts: {},
  readable: [],
};

interface World {
  readonly orders?: (nonce: string) => Promise<readonly string[]>;
  readonly kept?: readonly (typeof key)[];
  readonly missing?: readonly NumberRange[];
  readonly lost?: readonly NumberRange[];
  readonly whoIsIn?: string | null;
  readonly takesReceipts?: boolean;
}

function phone({ orders, kept = [key], missing = [], lost = [], whoIsIn = 'siti', takesReceipts = true }: World) {
  const did: string[] = [];
  const receipts: unknown[] = [];
  const secrets: (string | null)[] = [];
  const memory = {
    device: report.device,
    accountId: 'siti' as string | null,
    reportedAtMs: null as number | null,
    reportedEpoch: -1,
    reportedFor: null as string | null,
    done: [] as string[],
    owed: [] as { orderId: string; body: string }[],
    incidents: [] as DeviceIncident[],
  };
  let keys = kept;
  let nowMs = 10_000_000;
  let left = lost;
  const ports: DeviceCarePorts = {
    store: {
      read: async () => memory,
      acknowledge: async () => void memory.incidents.shift(),
      settle: async (orderId) => void (memory.owed = memory.owed.filter((one) => one.orderId !== orderId)),
      signOut: async (owed) => (did.push('sign-out'), memory.done.push(owed.orderId), memory.owed.push(owed), true),
      wipe: async (order, receiptOf) => {
        const owed = receiptOf({ keptSealed: 2 });
        did.push(`wipe ${order.unsent} of ${order.accountId ?? 'all'}`);
        memory.done.push(order.id);
        memory.owed.push(owed);
        return {};
      },
      secret: async (mint) => mint(),
      report: async () => report,
      reported: async () => {
        memory.reportedAtMs = nowMs;
        memory.reportedEpoch = memory.device.epoch;
        memory.reportedFor = memory.accountId;
        const found = left;
        left = [];
        return found;
      },
    },
    office: {
      report: async (_deviceId, _body, secret) => (did.push('report'), secrets.push(secret), missing),
      orders: async (_deviceId, nonce) => (await orders?.(nonce)) ?? [],
      receipt: async (_deviceId, _orderId, body, secret) => {
        secrets.push(secret);
        if (takesReceipts) receipts.push(JSON.parse(body));
        return takesReceipts;
      },
    },
    keys: {
      read: async () => keys,
      refresh: async () => {
        did.push('fetch keys');
        keys = [key];
      },
    },
    whoIsIn: async () => whoIsIn,
    verify: (signature, message, publicKey) => verifyAsync(signature, message, publicKey),
    exclusively: (work) => work(),
    forgetTraces: async () => void did.push('forget traces'),
    show: () => undefined,
    appVersion: '1',
    lock: async () => 'none',
    newNonce: () => 'fresh',
    newSecret: () => 'known to two',
    nowMs: () => nowMs,
  };
  return {
    care: createDeviceCare(ports),
    did,
    memory,
    receipts,
    secrets,
    after(ms: number) {
      nowMs += ms;
    },
  };
}

describe('an order of the office', () => {
  it('is obeyed when it is signed for this phone and this question, and answered for', async () => {
    const { care, did, receipts, secrets, memory } = phone({ orders: async (nonce) => [await signed({}, nonce)] });
    await care.contact();
    expect(did).toEqual(['wipe keep-sealed of all', 'forget traces', 'report']);
    expect(receipts).toMatchObject([{ keptSealed: 2, doneAt: new Date(10_000_000).toISOString() }]);
    expect(memory.owed).toEqual([]);
    expect(secrets).toEqual(['known to two', 'known to two']);
  });

  it('is obeyed once, and the receipt is owed until the office has it', async () => {
    const { care, did, memory } = phone({
      orders: async (nonce) => [await signed({ act: 'sign-out' }, nonce)],
      takesReceipts: false,
    });
    await care.contact();
    await care.contact();
    expect(did.filter((what) => what === 'sign-out')).toHaveLength(1);
    expect(memory.owed).toHaveLength(1);
  });

  const stranger = utils.randomSecretKey();
  it.each([
    ['an answer of before', async () => signed({}, 'stale')],
    ['another phone', async (nonce: string) => signed({ dev: 'other' }, nonce)],
    ['a stranger’s key', async (nonce: string) => signed({}, nonce, stranger)],
    ['an order that has lost whose data it is about', async (nonce: string) => signed({ acc: undefined }, nonce)],
    [
      'changed words',
      async (nonce: string) =>
        (await signed({}, nonce)).replace(
          /\.[^.]+\./,
          `.${base64url(JSON.stringify({ ...claims, nonce, unsent: 'delete' }))}.`,
        ),
    ],
    ['no order', async () => 'x.y.z'],
  ])('moves nothing when it is %s', async (_what, make) => {
    const { care, did } = phone({ orders: async (nonce) => [await make(nonce)] });
    await care.contact();
    expect(did).toEqual(['report']);
  });

  it('and its key can’t come at once: a key is believed from the next contact on', async () => {
    const { care, did } = phone({ kept: [], orders: async (nonce) => [await signed({}, nonce)] });
    await care.contact();
    expect(did).toEqual(['fetch keys', 'report']);
    await care.contact();
    expect(did).toContain('wipe keep-sealed of all');
  });
});

describe('what a phone tells', () => {
  it('is told once a day, and some minutes after something has changed', async () => {
    const { care, did, memory, after } = phone({});
    const reports = () => did.filter((what) => what === 'report').length;
    await care.contact();
    await care.contact();
    expect(reports()).toBe(1);
    memory.device = { ...memory.device, epoch: 2 };
    await care.contact();
    expect(reports()).toBe(1);
    after(6 * 60_000);
    await care.contact();
    expect(reports()).toBe(2);
    after(21 * 3_600_000);
    await care.contact();
    expect(reports()).toBe(3);
    after(-9 * 3_600_000);
    await care.contact();
    expect(reports()).toBe(4);
  });

  it('is told again when a number is lost, so that the office can count it', async () => {
    const range = { from: 2, to: 2 };
    const { care, did } = phone({ missing: [range], lost: [range] });
    await care.contact();
    expect(did).toEqual(['report', 'report']);
  });

  it('is never told under another’s name', async () => {
    const { care, did } = phone({ whoIsIn: 'budi' });
    await care.contact();
    expect(did).toEqual([]);
  });
});
