import { type AuthKeys, sameMac } from '../auth/auth-keys.ts';

const ours = /^\/v1\/uploads\/[\w-]{1,200}$/;

/**
 * Where a phone sends the bytes of a paper: the app speaks to its own origin only. An address of the contract's own form
 * stays; any other one of the backend is wrapped, with a mark that only this gateway can make.
 * @returns undefined for an address of somebody else: nothing is carried there
 */
export function wrapUpload(keys: AuthKeys, backend: URL, uploadUrl: string): string | undefined {
  const url = URL.canParse(uploadUrl, backend) ? new URL(uploadUrl, backend) : undefined;
  if (url?.origin !== backend.origin) return undefined;
  const path = `${url.pathname}${url.search}`;
  if (ours.test(path)) return path;
  const wrapped = Buffer.from(path).toString('base64url');
  return `/v1/uploads/${wrapped}.${keys.mac('upload', wrapped)}`;
}

/** @param path as a phone asks for it; undefined where nobody but us could have made it and we did not */
export function unwrapUpload(keys: AuthKeys, path: string): string | undefined {
  if (ours.test(path)) return path;
  const [, wrapped = '', mark = ''] = /^\/v1\/uploads\/([\w-]+)\.([\w-]+)$/.exec(path) ?? [];
  if (wrapped === '' || !sameMac(mark, keys.mac('upload', wrapped))) return undefined;
  return Buffer.from(wrapped, 'base64url').toString('utf8');
}
