import type { ServiceDefinition, ServiceSummary } from './definition.ts';

/** The part of a definition that the catalogue's list shows. */
export function summaryOf(definition: ServiceDefinition): ServiceSummary {
  const { id, schemaVersion, name, description, category, keywords, unit, sampleData, standard } = definition;
  return {
    id,
    schemaVersion,
    name,
    description,
    category,
    ...(keywords === undefined ? {} : { keywords }),
    unit,
    sampleData,
    feeIdr: standard.feeIdr,
    workingDays: standard.workingDays,
  };
}
