import type { MiddlewareHandler } from 'hono';

/** The page's only Trusted Types policies: each lets the address of one worker through (src/main/worker-url.ts). */
export const trustedTypesPolicies = ['ajukan-worker', 'ajukan-paper-worker'];

const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' blob: data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `manifest-src 'self'`,
  `worker-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types ${trustedTypesPolicies.join(' ')}`,
].join('; ');

const always: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', contentSecurityPolicy],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()'],
];

const twoYearsS = 63_072_000;

/** On every answer, errors included. A route that needs a stricter policy sets its own, which stays. */
export function addSecurityHeaders(headers: Headers, https: boolean): void {
  for (const [name, value] of always) if (!headers.has(name)) headers.set(name, value);
  // Browsers ignore it on plain http, and must never be told so there.
  if (https) headers.set('Strict-Transport-Security', `max-age=${twoYearsS}; includeSubDomains`);
  // Answers may be about a person; what may be kept (the shell, the catalogue) says so itself.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}

export function securityHeaders(https: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    addSecurityHeaders(c.res.headers, https);
  };
}
