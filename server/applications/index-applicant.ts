import { applicantOf } from '#domain/application/applicant.ts';
import { type Office, officeOf } from '#domain/office/office.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';
import { wordsOf } from '#lib/word-cost.ts';
import type { AuthKeys } from '../auth/auth-keys.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ApplicantEntry, OnBehalf, StoredApplication } from '../stores/application-store.ts';
import { formOf } from './form-of.ts';

/** What an application is found and compared by. A NIK goes in, and only its HMAC comes out. */
export interface ApplicantIndex {
  /** Tells with which key its HMACs are made. */
  readonly key: string;
  entryOf(
    definition: Pick<ServiceDefinition, 'level' | 'steps'> | null,
    application: { readonly data: JsonObject; readonly office: Office; readonly onBehalfOf?: OnBehalf | undefined },
  ): ApplicantEntry;
  /** @param nik 16 digits */
  macOf(nik: string): string;
}

const mostWords = 12;
const longestWord = 40;

export function applicantIndex(keys: AuthKeys): ApplicantIndex {
  const macOf = (nik: string): string => keys.mac('nik', nik);
  const key = keys.mac('nik', 'which key').slice(0, 12);
  return {
    key,
    macOf,
    entryOf(definition, { data, office, onBehalfOf }) {
      const { name, nik, area } = definition === null ? nobody : applicantOf(definition, data);
      // Whom a field officer has named is the applicant, whatever the form asks for.
      const whose = onBehalfOf?.name ?? name;
      return {
        key,
        name: whose,
        words: whose === null ? [] : searchWords(whose),
        nikMac: nik === null ? null : macOf(nik),
        area: area ?? office.area,
      };
    },
  };
}

const nobody = { name: null, nik: null, area: null };

/** Words that a name is found by, each once. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(wordsOf(text).map((word) => word.slice(0, longestWord)))].slice(0, mostWords);
}

/** Of an application that was taken in before, by the form that it was filled in with. */
export function entryOfStored(
  index: ApplicantIndex,
  catalogue: Catalogue,
  regency: string,
  application: Pick<
    StoredApplication,
    'serviceId' | 'schemaVersion' | 'receivedAtMs' | 'data' | 'office' | 'onBehalfOf'
  >,
): ApplicantEntry {
  const { data, office, onBehalfOf } = application;
  const definition = formOf(catalogue, application);
  const itsOffice =
    office ?? (definition === null ? { level: 'dinas' as const, area: regency } : officeOf(definition, data, regency));
  return index.entryOf(definition, { data, office: itsOffice, onBehalfOf });
}
