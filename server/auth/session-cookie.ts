import { serialize, parse } from 'hono/utils/cookie';

const securePrefixed = '__Host-sid';
const plain = 'sid';

export interface SessionCookie {
  read(headers: Headers): string | undefined;
  /** Value of Set-Cookie. */
  set(token: string, lifetimeMs: number): string;
  clear(): string;
}

/**
 * HttpOnly, SameSite=Strict, the whole site. On https it carries the __Host- prefix, so that no neighbour under the
 * same domain can plant one; plain http is for localhost only, where browsers refuse the prefix.
 */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? securePrefixed : plain;
  const set = (value: string, maxAge: number) =>
    serialize(name, value, { httpOnly: true, sameSite: 'Strict', path: '/', secure, maxAge });
  return {
    read: (headers) => parse(headers.get('cookie') ?? '', name)[name],
    set: (token, lifetimeMs) => set(token, Math.floor(lifetimeMs / 1000)),
    clear: () => set('', 0),
  };
}
