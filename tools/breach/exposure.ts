import { z } from 'zod';
import { draftNames } from '#domain/application/draft-names.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { Catalogue } from '#server/catalogue/catalogue.ts';
import type {
  DeviceCounts,
  DeviceOrder,
  KnownDevice,
  ReadableItem,
  SequenceState,
} from '#server/stores/device-store.ts';
import { sqlAccountStore } from '#server/stores/sql-account-store.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { sqlDeviceStore } from '#server/stores/sql-device-store.ts';

const Versioned = z.object({ schemaVersion: z.int() });

/** Something that could be read on the phone at its last contact. */
export interface ExposedItem {
  readonly id: string;
  readonly service: string;
  readonly state: ReadableItem['state'];
  /** Null while the office does not have it. */
  readonly registrationNumber: string | null;
  /** Labels of the questions and papers of its form: what kinds of data it may hold. */
  readonly kinds: readonly string[];
}

/** Somebody whose data could be read. */
export interface ExposedPerson {
  readonly name: string;
  /** Where they can be told; null where the office has no number of theirs. */
  readonly phone: string | null;
  readonly items: readonly ExposedItem[];
  /** Kept papers and shared files: theirs where the phone was theirs alone. */
  readonly loosePapers: number;
}

/** What an account has told of the phone, and whose data that was. */
export interface ExposedReport {
  readonly accountId: string;
  readonly isFieldOfficer: boolean;
  readonly label: string;
  readonly lock: string;
  readonly appVersion: string;
  readonly lastSeenAtMs: number;
  readonly counts: DeviceCounts;
  readonly people: readonly ExposedPerson[];
  /** Of residents whom only the field officer can name. */
  readonly unnamed: readonly ExposedItem[];
}

export interface Exposure {
  readonly deviceId: string;
  readonly reports: readonly ExposedReport[];
  readonly sequence: SequenceState;
  readonly orders: readonly DeviceOrder[];
}

/** What could be read on a phone at its last contact, as far as it told; null for one that has never reported. */
export async function readExposure(
  database: SqlDatabase,
  catalogue: Pick<Catalogue, 'find' | 'findVersion'>,
  deviceId: string,
): Promise<Exposure | null> {
  const devices = sqlDeviceStore(database);
  const known = await devices.list(deviceId);
  if (known.length === 0) return null;
  const reports: ExposedReport[] = [];
  for (const device of known) reports.push(await exposedBy(database, catalogue, device));
  return {
    deviceId,
    reports,
    sequence: await devices.sequenceOf(deviceId),
    orders: await devices.ordersOf(deviceId),
  };
}

async function exposedBy(
  database: SqlDatabase,
  catalogue: Pick<Catalogue, 'find' | 'findVersion'>,
  device: KnownDevice,
): Promise<ExposedReport> {
  const account = await sqlAccountStore(database).find(device.accountId);
  const isFieldOfficer = account?.roles.includes('pendamping') ?? false;
  const owner = { name: account?.name ?? '', phone: account?.phone ?? null };
  const byName = new Map<string, { readonly phone: string | null; readonly items: ExposedItem[] }>();
  const unnamed: ExposedItem[] = [];
  const own: ExposedItem[] = [];
  for (const readable of device.readable) {
    const { item, names } = await exposedItem(database, catalogue, readable);
    if (!isFieldOfficer) own.push(item);
    else if (names === null) unnamed.push(item);
    else {
      const person = byName.get(names) ?? { phone: null, items: [] };
      person.items.push(item);
      byName.set(names, person);
    }
  }
  const { keptPapers, sharedFiles } = device.counts;
  const loosePapers = isFieldOfficer ? 0 : keptPapers + sharedFiles;
  const people = [...byName].map(([name, person]) => ({ name, ...person, loosePapers: 0 }));
  if (own.length > 0 || loosePapers > 0) people.push({ ...owner, items: own, loosePapers });
  const { accountId, label, lock, appVersion, lastSeenAtMs, counts } = device;
  return { accountId, isFieldOfficer, label, lock, appVersion, lastSeenAtMs, counts, people, unnamed };
}

/** `names` is null where the office does not have it, or nobody is named in it. */
async function exposedItem(
  database: SqlDatabase,
  catalogue: Pick<Catalogue, 'find' | 'findVersion'>,
  { id, serviceId, state }: ReadableItem,
): Promise<{ readonly item: ExposedItem; readonly names: string | null }> {
  const found = await sqlApplicationStore(database, '').find(id);
  const version =
    found === undefined ? null : catalogue.findVersion(found.serviceId, found.schemaVersion, found.receivedAtMs);
  const definition = version === null || typeof version === 'string' ? currentOf(catalogue, serviceId) : version;
  const names = found === undefined || definition === null ? [] : draftNames({ definition, answers: found.data });
  const item: ExposedItem = {
    id,
    service: definition?.name.id ?? serviceId,
    state,
    registrationNumber: found?.registrationNumber ?? null,
    kinds: definition === null ? [] : kindsOf(definition),
  };
  return { item, names: names.length === 0 ? null : names.join(', ') };
}

function currentOf(catalogue: Pick<Catalogue, 'find' | 'findVersion'>, serviceId: string): ServiceDefinition | null {
  const offered = catalogue.find(serviceId);
  if (offered === undefined) return null;
  const { schemaVersion } = Versioned.parse(JSON.parse(offered.definition.body));
  const definition = catalogue.findVersion(serviceId, schemaVersion, 0);
  return typeof definition === 'string' ? null : definition;
}

function kindsOf({ steps, requirements }: ServiceDefinition): readonly string[] {
  const asked = steps.flatMap(({ fields }) => fields.map(({ label }) => label.id));
  return [...new Set([...asked, ...requirements.map(({ label }) => label.id)])];
}
