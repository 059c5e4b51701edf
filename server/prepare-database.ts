import { type Office, officeOf } from '#domain/office/office.ts';
import { applicantIndex, entryOfStored } from './applications/index-applicant.ts';
import { putDemoAccounts } from './auth/assemble-issuer.ts';
import { authKeysOf } from './auth/auth-keys.ts';
import type { DemoAccount } from './auth/demo-issuer.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { StoredApplication } from './stores/application-store.ts';
import { sqlAccountStore } from './stores/sql-account-store.ts';
import { indexApplicants } from './stores/sql-applicant.ts';
import { sqlApplicationStore } from './stores/sql-application-store.ts';
import type { SqlDatabase } from './stores/sql-database.ts';
import { putHolidays } from './stores/sql-promise.ts';

interface Known {
  readonly demoAccounts: readonly DemoAccount[];
  readonly catalogue: Catalogue;
  readonly holidays: ReadonlySet<string>;
  readonly authSecret: string;
  readonly regency: string;
  readonly officeCode: string;
}

/** What a server brings to its database before it answers anybody: two may do it at once. */
export async function prepareDatabase(database: SqlDatabase, known: Known): Promise<void> {
  const { demoAccounts, catalogue, holidays, authSecret, regency, officeCode } = known;
  await putHolidays(database, holidays);
  await putDemoAccounts(sqlAccountStore(database), demoAccounts, Date.now());
  await sqlApplicationStore(database, officeCode).assignOffices((application) =>
    officeOfStored(catalogue, application, regency),
  );
  const applicants = applicantIndex(authKeysOf(authSecret));
  await indexApplicants(database, applicants.key, (application) =>
    entryOfStored(applicants, catalogue, regency, application),
  );
}

/** An application that was taken in when there were no offices yet. */
function officeOfStored(catalogue: Catalogue, application: StoredApplication, regency: string): Office {
  const { serviceId, schemaVersion, receivedAtMs, data } = application;
  const definition = catalogue.findVersion(serviceId, schemaVersion, receivedAtMs);
  return typeof definition === 'string' ? { level: 'dinas', area: regency } : officeOf(definition, data, regency);
}
