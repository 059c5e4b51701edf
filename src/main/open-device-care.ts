import { verifyAsync } from '@noble/ed25519';
import { createDeviceOffice } from '#api/devices.ts';
import type { HttpClient } from '#api/http-client.ts';
import { fetchReceiptKeys } from '#api/receipt-keys.ts';
import { createSignInGate } from '#api/sign-in.ts';
import { wayOf } from '#domain/lock/lock-row.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createDeviceCare, type DeviceCare } from '#services/device-care.ts';
import type { DeviceCarePorts } from '#services/device-care-ports.ts';
import { createAskedCodeKeeper } from '#storage/asked-code.ts';
import { createDeviceCareStore } from '#storage/device-care.ts';
import { readDeviceReport } from '#storage/device-report.ts';
import { createLockStore } from '#storage/lock/lock-store.ts';
import { createReceiptKeyStore } from '#storage/receipt-key-store.ts';
import { createUnheardSignOut } from '#storage/unheard-sign-out.ts';
import type { Vault } from '#storage/vault.ts';
import { wipePhone } from '#storage/wipe.ts';
import type { Exclusively } from './exclusively.ts';

/** What a phone owes its office, put together after the first screen. */
export function openDeviceCare(
  { inside: { connection, tripwire } }: Pick<Vault, 'inside'>,
  http: HttpClient,
  exclusively: Exclusively,
  show: DeviceCarePorts['show'],
): DeviceCare {
  const { nowMs } = browserClock;
  const keys = createReceiptKeyStore(connection);
  const unheard = createUnheardSignOut(() => localStorage);
  const gate = createSignInGate(http, nowMs, unheard);
  const care = createDeviceCare({
    store: {
      ...createDeviceCareStore(connection),
      wipe: (order, receiptOf) => wipePhone(connection, tripwire, order, receiptOf),
      report: () => readDeviceReport(connection),
    },
    office: createDeviceOffice(http, nowMs),
    keys: {
      read: () => keys.readKeys(),
      async refresh() {
        const fetched = await fetchReceiptKeys(http, nowMs);
        if (fetched !== null) await keys.keepKeys(fetched);
      },
    },
    whoIsIn: async () => {
      const who = await gate.whoAmI();
      return who.kind === 'signed-in' ? who.account.accountId : null;
    },
    verify: (signature, message, publicKey) =>
      verifyAsync(signature, message, publicKey, { zip215: false }).catch(() => false),
    exclusively,
    async forgetTraces() {
      createAskedCodeKeeper(() => localStorage).keep(null);
      const { openMap } = await import('./open-map.ts');
      await openMap(http, nowMs)
        .forget()
        .catch(() => undefined);
    },
    show,
    appVersion: __APP_VERSION__.replaceAll(/[^\w.+-]/g, '-').slice(0, 40),
    async lock() {
      const { row } = await createLockStore(connection).read();
      const own = row?.state === 'on' ? row.wraps[0] : undefined;
      return own === undefined ? 'none' : wayOf(own);
    },
    newNonce: () => randomHex(16),
    newSecret: () => randomHex(32),
    nowMs,
  });
  return {
    ...care,
    async contact() {
      // Also where nobody ever signs in here again; and never the session of somebody who does so just now.
      if (unheard.read()) await exclusively(async () => unheard.read() && (await gate.whoAmI())).catch(() => undefined);
      await care.contact();
    },
  };
}

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), hex).join('');
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
