import type { TestPerson } from '#server/testing/test-accounts.ts';
import type { SecurityContext } from './check.ts';
import { fromOwnPage, type SecurityServer } from './security-server.ts';

type Judge = (where: string, headers: Headers, path: string) => readonly string[];

/** Every answer that there is, to nobody, an applicant and an official: pages, files, data, refusals and broken requests. */
async function crawl(server: SecurityServer, judge: Judge): Promise<readonly string[]> {
  const faults: string[] = [];
  let answers = 0;
  for (const person of [null, 'siti', 'officer'] as const satisfies readonly (TestPerson | null)[]) {
    for (const { method, path } of server.everything) {
      // A session of its own each time: one of the routes ends it.
      const cookie = person === null ? {} : { Cookie: (await sessionFor(server, person)).cookie };
      const answer = await server.send(path, { method, headers: { ...fromOwnPage, ...cookie } });
      await answer.arrayBuffer();
      answers += 1;
      faults.push(...judge(`${method} ${path} as ${person ?? 'nobody'} (${answer.status})`, answer.headers, path));
    }
  }
  const { headers } = await server.malformed();
  faults.push(...judge('what is no HTTP', headers, '/v1'));
  if (answers < 80) faults.push(`only ${answers} answers were looked at`);
  return faults;
}

const sessions = new Map<string, { cookie: string; used: number }>();

async function sessionFor(server: SecurityServer, person: TestPerson): Promise<{ readonly cookie: string }> {
  const known = sessions.get(server.url + person);
  if (known !== undefined) {
    const alive = await server.send('/v1/me', { headers: { Cookie: known.cookie } });
    await alive.arrayBuffer();
    if (alive.status === 200) return known;
  }
  const { cookie } = await server.signIn(person);
  const made = { cookie, used: 0 };
  sessions.set(server.url + person, made);
  return made;
}

const policyWanted = [
  `default-src 'none'`,
  `script-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
  `form-action 'self'`,
  `connect-src 'self'`,
  `require-trusted-types-for 'script'`,
];
const policyForbidden = /unsafe-inline|unsafe-eval|wasm-unsafe-eval|https?:|\*/;

/** R12. Bytes of papers have a stricter policy of their own: nothing at all. */
export async function checkPolicies({ server }: SecurityContext): Promise<readonly string[]> {
  return crawl(await server(), (where, headers) => {
    const policy = headers.get('content-security-policy') ?? '';
    if (policy === `default-src 'none'; sandbox`) return [];
    const missing = policyWanted.filter((rule) => !policy.split('; ').includes(rule));
    return [
      ...missing.map((rule) => `${where}: the policy lacks ${rule}`),
      ...(policyForbidden.test(policy) ? [`${where}: the policy allows too much`] : []),
      ...(/; trusted-types [\w-]+( [\w-]+)*$/.test(policy) ? [] : [`${where}: no list of trusted types`]),
    ];
  });
}

const headersWanted: readonly (readonly [string, RegExp])[] = [
  [
    'strict-transport-security',
    /^max-age=(3153[6-9]\d{3}|31[6-9]\d{5}|3[2-9]\d{6}|[4-9]\d{7}|\d{9,}); includeSubDomains/,
  ],
  ['x-content-type-options', /^nosniff$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['referrer-policy', /^no-referrer$/],
  ['permissions-policy', /camera=\(self\)/],
];

/** R13. */
export async function checkHeaders({ server }: SecurityContext): Promise<readonly string[]> {
  return crawl(await server(), (where, headers) => [
    ...headersWanted
      .filter(([name, shape]) => !shape.test(headers.get(name) ?? ''))
      .map(([name]) => `${where}: ${name} is "${headers.get(name) ?? ''}"`),
    ...['server', 'x-powered-by']
      .filter((name) => headers.has(name))
      .map((name) => `${where}: ${name} tells what runs here`),
  ]);
}

/** What is the same for everybody and may be kept; everything else may be about a person. */
const keepable =
  /^\/($|halaman|v1\/(services|receipt-keys|map-tiles|open-data)|\.well-known|schemas|openapi\.json|[\w.-]+\.\w+$|assets\/|share)/;

/** R6. */
export async function checkCaching({ server }: SecurityContext): Promise<readonly string[]> {
  return crawl(await server(), (where, headers, path) => {
    const caching = headers.get('cache-control') ?? '';
    if (keepable.test(path)) return caching === '' ? [`${where}: nothing said of caches`] : [];
    return caching === 'no-store' ? [] : [`${where}: Cache-Control is "${caching}"`];
  });
}

/** R36. A worker that a cache keeps can't be taken back. */
export async function checkWorkerScript({ server }: SecurityContext): Promise<readonly string[]> {
  const answer = await (await server()).send('/sw.js');
  const caching = answer.headers.get('cache-control') ?? '';
  const faults = [];
  if (answer.status !== 200) faults.push(`GET /sw.js answers ${answer.status}: run npm run build first`);
  if (!/no-cache|no-store|max-age=0/.test(caching)) faults.push(`sw.js: Cache-Control is "${caching}"`);
  if (!/javascript/.test(answer.headers.get('content-type') ?? '')) faults.push('sw.js is not sent as a script');
  if (answer.headers.has('service-worker-allowed')) faults.push('sw.js asks for more than its own place');
  return faults;
}
