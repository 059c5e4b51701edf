import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { StoredApplication } from '../stores/application-store.ts';

/** The form that an application was filled in with; null where this office has it no more. */
export function formOf(
  catalogue: Catalogue,
  { serviceId, schemaVersion, receivedAtMs }: Pick<StoredApplication, 'serviceId' | 'schemaVersion' | 'receivedAtMs'>,
): ServiceDefinition | null {
  // As on the day that it came: a form that is too old to be taken by now was not then.
  const found = catalogue.findVersion(serviceId, schemaVersion, receivedAtMs);
  return typeof found === 'string' ? null : found;
}
