import type { SecurityContext } from './check.ts';
import { fromOwnPage } from './security-server.ts';

const wanted = [/; Secure/i, /; HttpOnly/i, /; SameSite=Strict/i, /; Path=\/(;|$)/i];
const shortestToken = 22;

/** R23: every cookie that is ever set, what it is worth, and that it dies with its session. */
export async function checkCookies({ server: open }: SecurityContext): Promise<readonly string[]> {
  const server = await open();
  const faults: string[] = [];
  const set: string[] = [];
  const first = await server.signIn('budi');
  const second = await server.signIn('budi', first.cookie);
  for (const { answer } of [first, second]) set.push(...answer.headers.getSetCookie());
  for (const { method, path } of server.everything) {
    const answer = await server.send(path, { method, headers: fromOwnPage });
    await answer.arrayBuffer();
    if (answer.headers.getSetCookie().length > 0) faults.push(`${method} ${path} gives nobody a cookie`);
  }
  const me = async (cookie: string) => (await server.send('/v1/me', { headers: { Cookie: cookie } })).status;
  if (first.cookie === second.cookie) faults.push('a second sign-in gives the same cookie again');
  if ((await me(second.cookie)) !== 200) faults.push('the cookie of a sign-in is worth nothing');
  if ((await me(first.cookie)) !== 401) faults.push('a sign-in leaves the session that the browser came with');
  const out = await server.send('/v1/me/sessions/current', {
    method: 'DELETE',
    headers: { ...fromOwnPage, Cookie: second.cookie },
  });
  set.push(...out.headers.getSetCookie());
  if (out.status !== 204) faults.push(`signing out answers ${out.status}`);
  if ((await me(second.cookie)) !== 401) faults.push('a cookie still opens its session after signing out');
  if (set.length < 3) faults.push(`only ${set.length} cookies were seen`);
  for (const cookie of set) {
    const [pair = ''] = cookie.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (!name.startsWith('__Host-')) faults.push(`${name}: has no __Host- prefix`);
    if (/; Domain=/i.test(cookie)) faults.push(`${name}: is for other hosts as well`);
    for (const shape of wanted) if (!shape.test(cookie)) faults.push(`${name}: lacks ${shape.source}`);
    if (value !== '' && value.length < shortestToken) faults.push(`${name}: ${value.length} characters are too few`);
  }
  return faults;
}
