import { Problem } from '#contract/schemas.ts';
import { accessTable } from '#server/http/access.ts';
import type { SecurityContext } from './check.ts';
import { fromOwnPage, type SecurityServer } from './security-server.ts';

/** Word that must come back from nowhere as a page, and nowhere at all from a refusal. */
const mark = 'zz7markah';
const hostileTexts: readonly string[] = [
  `<script>${mark}</script>`,
  `"><img src=x onerror=${mark}>`,
  `' OR '1'='1' -- ${mark}`,
  `'; DROP TABLE application; -- ${mark}`,
  `../../../../etc/passwd?${mark}`,
  `..%2f..%2f..%2fetc%2fpasswd%00${mark}`,
  `${mark}%0d%0aSet-Cookie:%20a=b`,
  `{{7*7}}\${7*7}<%= 7*7 %>${mark}`,
  `\u202e${mark}\u0000`,
  `${mark}${'A'.repeat(4000)}`,
  '__proto__',
  'constructor',
  '%',
  '%ff%fe',
];
const hostileBodies: readonly (readonly [type: string, body: string])[] = [
  ['application/json', '{'],
  ['application/json', 'null'],
  ['application/json', '[]'],
  ['application/json', '"text"'],
  ['application/json', `{"__proto__":{"${mark}":1},"constructor":{"prototype":{"${mark}":1}}}`],
  ['application/json', `{"serviceId":{"$ne":null},"data":{"$where":"${mark}"},"schemaVersion":"1 OR 1=1"}`],
  ['application/json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['application/json; charset=utf-7', '+ADw-script+AD4-'],
  ['application/xml', `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`],
  ['application/x-www-form-urlencoded', `a=${mark}&__proto__[x]=1`],
  [
    'multipart/form-data; boundary=x',
    `--x\r\nContent-Disposition: form-data; name="a"; filename="../../${mark}"\r\n\r\n1\r\n--x--`,
  ],
  ['text/plain', mark],
];
const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'X-HTTP-Method-Override': 'DELETE' },
  { 'X-Original-URL': '/v1/queue', 'X-Rewrite-URL': '/v1/queue' },
  { 'X-Forwarded-Host': 'jahat.example', 'X-Forwarded-For': `127.0.0.1, ${mark}` },
  { Range: 'bytes=0-18446744073709551615' },
  { 'If-None-Match': '*'.repeat(2000), 'If-Match': mark },
  { Accept: 'text/html', 'Accept-Encoding': 'gzip;q=nan, br;q=-1' },
  { Authorization: `Bearer ${mark}'--` },
  { Cookie: `__Host-sid=${mark}; __Host-sid=../..; sid=%00` },
  { Host: 'jahat.example' },
];

/** What no answer ever shows: stacks, places of files, statements, names of parts. */
const innards =
  /\bat [\w.<>]+ \(|node:internal|node_modules|\.ts:\d+|\/server\/|SQLITE_|syntax error at|ZodError|SELECT .* FROM/;

interface Attack {
  readonly method: string;
  readonly path: string;
  readonly init: RequestInit;
}

/** R31 and R40: every route, with every hostile address, query, header and body, as nobody, an applicant and an official. */
export async function crawlHostile({ server: open }: SecurityContext): Promise<readonly string[]> {
  const server = await open();
  const faults: string[] = [];
  const attacks = allAttacks();
  for (const person of [null, 'budi', 'officer'] as const) {
    const cookie = person === null ? {} : { Cookie: (await server.signIn(person)).cookie };
    for (const attack of attacks) faults.push(...(await strike(server, attack, { ...fromOwnPage, ...cookie })));
  }
  const alive = await server.send('/health/ready');
  if (alive.status !== 200) faults.push(`the server is not well after it: ${alive.status}`);
  if (Reflect.get({}, mark) !== undefined) faults.push('an object of everybody has been changed');
  return [...new Set(faults)];
}

function allAttacks(): readonly Attack[] {
  return [...accessTable.keys()].flatMap((key) => {
    const [method = '', pattern = ''] = key.split(' ');
    const plain = pattern.replaceAll(/:\w+/g, '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f').replace('*', 'halaman');
    const places = hostileTexts.flatMap((text) => {
      const address = encodeURIComponent(text).replaceAll('%25', '%');
      return [
        ...(pattern.includes(':') ? [pattern.replaceAll(/:\w+/g, address)] : []),
        `${plain}?after=${address}&limit=${address}&status=${address}`,
      ];
    });
    const hasBody = method !== 'GET' && method !== 'OPTIONS';
    return [
      ...places.map((path) => ({ method, path, init: {} })),
      ...hostileHeaders.map((headers) => ({ method, path: plain, init: { headers } })),
      ...(hasBody
        ? hostileBodies.map(([type, body]) => ({
            method,
            path: plain,
            init: { headers: { 'Content-Type': type }, body },
          }))
        : []),
    ];
  });
}

async function strike(
  server: SecurityServer,
  { method, path, init }: Attack,
  as: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  // The session of the crawl is still needed.
  if (method === 'DELETE' && path.endsWith('/current')) return [];
  const answer = await server.send(path, { ...init, method, headers: { ...as, ...headersOf(init) } });
  const text = await answer.text();
  const where = `${method} ${path.slice(0, 90)} (${answer.status})`;
  const type = answer.headers.get('content-type') ?? '';
  const faults: string[] = [];
  if (answer.status >= 500) faults.push(`${where}: a server error`);
  if (innards.test(text) && !/^\/(assets|openapi)/.test(path)) faults.push(`${where}: shows its innards`);
  if (text.includes(mark)) faults.push(`${where}: gives back what was sent`);
  if (answer.headers.get('content-security-policy') === null) faults.push(`${where}: no policy`);
  if ([...answer.headers].some(([name, value]) => name === 'set-cookie' && value.startsWith('a=b')))
    faults.push(`${where}: a header was smuggled in`);
  if (answer.status >= 400 && text !== '' && !isProblem(type, text)) faults.push(`${where}: refused with ${type}`);
  return faults;
}

function headersOf({ headers }: RequestInit): Readonly<Record<string, string>> {
  return Object.fromEntries(new Headers(headers));
}

function isProblem(type: string, text: string): boolean {
  if (!type.startsWith('application/problem+json')) return false;
  try {
    return Problem.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
