import { isApplicantOf } from '#domain/application/is-applicant.ts';
import { maskNumbers } from '#domain/identity/masked-numbers.ts';
import type { Principal } from '../auth/authenticator.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { StoredApplication } from '../stores/application-store.ts';
import { formOf } from './form-of.ts';

/** Who it belongs to reads what they sent; an official reads no whole NIK or KK number until they ask for it. */
export function asShown(principal: Principal, application: StoredApplication, catalogue: Catalogue): StoredApplication {
  if (isApplicantOf(application, principal.accountId)) return application;
  return { ...application, data: maskNumbers(formOf(catalogue, application), application.data) };
}
