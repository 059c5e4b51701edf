import { maskNumbers } from '#domain/identity/masked-numbers.ts';
import type { Principal } from '../auth/authenticator.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { StoredApplication } from '../stores/application-store.ts';
import { formOf } from './form-of.ts';
import { isOwn } from './may-see.ts';

/** Who it belongs to reads what they sent; an official reads no whole NIK or KK number until they ask for it. */
export function asShown(principal: Principal, application: StoredApplication, catalogue: Catalogue): StoredApplication {
  if (isOwn(principal, application)) return application;
  return { ...application, data: maskNumbers(formOf(catalogue, application), application.data) };
}
