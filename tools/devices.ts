/**
 * `npm run devices -- list`: every phone that has reported, what it holds, which numbers are missing or lost; fails when
 * some are. `-- sign-out DEVICE` and `-- wipe DEVICE`: for everybody who uses it, obeyed at its next contact;
 * `--unsent delete` deletes also what is sealed and was never sent. Of DATA_DIR, or of DATABASE_URL.
 */
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { countOf, rangesText } from '#domain/device/number-ranges.ts';
import type { DeviceStore, KnownDevice } from '#server/stores/device-store.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { sqlDeviceStore } from '#server/stores/sql-device-store.ts';
import { withOfficeDatabase } from './office-database.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { unsent: { type: 'string', default: 'keep-sealed' } },
});
const [command = 'list', deviceId = ''] = positionals;
await withOfficeDatabase(run);

async function run(database: SqlDatabase): Promise<number> {
  const devices = sqlDeviceStore(database);
  if (command === 'list') return list(devices);
  const { unsent } = values;
  const isOrder = (command === 'sign-out' || command === 'wipe') && deviceId !== '';
  if (!isOrder || (unsent !== 'keep-sealed' && unsent !== 'delete')) {
    console.error('list, sign-out DEVICE, or wipe DEVICE [--unsent keep-sealed|delete]');
    return 2;
  }
  const order = { id: uuidv7(), deviceId, accountId: null, action: command, unsent, by: 'office' } as const;
  const { kind } = await devices.order(order, Date.now());
  console.log(
    kind === 'created'
      ? `Ordered (${order.id}). Its sessions have ended; the phone obeys when it is next in contact.`
      : 'No such phone has ever reported.',
  );
  return kind === 'created' ? 0 : 1;
}

async function list(devices: DeviceStore): Promise<number> {
  const known = await devices.list();
  let faults = 0;
  for (const id of new Set(known.map((device) => device.deviceId))) {
    for (const device of known.filter((one) => one.deviceId === id)) console.log(lineOf(device));
    const { missing, lost, duplicated } = await devices.sequenceOf(id);
    for (const [what, ranges] of Object.entries({ missing, lost, duplicated })) {
      faults += countOf(ranges);
      if (ranges.length > 0) console.log(`  ${what}: ${rangesText(ranges)}`);
    }
    for (const { action, by, orderedAtMs, doneAtMs, receipt } of await devices.ordersOf(id)) {
      const done = doneAtMs === null ? 'not obeyed yet' : `done ${moment(doneAtMs)} ${receipt ?? ''}`;
      console.log(`  ${action} by ${by} ${moment(orderedAtMs)}: ${done}`);
    }
  }
  console.log(`${new Set(known.map((device) => device.deviceId)).size} phones, ${faults} numbers to ask about`);
  return faults > 0 ? 1 : 0;
}

function lineOf({ deviceId: id, accountId, label, appVersion, lock, lastSequence, counts, lastSeenAtMs }: KnownDevice) {
  const { drafts, sealed, unsealed, delivered } = counts;
  const holds = `drafts ${drafts}, sealed ${sealed}, unsealed ${unsealed}, delivered and readable ${delivered}`;
  return `${id}  ${label}  account ${accountId}  seen ${moment(lastSeenAtMs)}  app ${appVersion}  lock ${lock}  last number ${lastSequence}  ${holds}`;
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}
