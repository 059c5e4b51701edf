import { afterEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { RateLimits } from './http/rate-limit.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';
import type { TestPerson } from './testing/test-accounts.ts';

const wide = { burst: 10_000, perSecond: 1 };
const few = { burst: 3, perSecond: 0.5 };

let app: TestApp;
afterEach(() => app.close());
const open = async (limits: Partial<RateLimits>) => {
  app = await openTestApp({
    limits: { address: wide, account: wide, session: wide, office: wide, reveals: wide, ...limits },
  });
};
const ask = async (person: TestPerson | null, path: string, address = '10.0.0.1') =>
  app.send(person, 'GET', path, { headers: { 'X-Forwarded-For': address } });
const statuses = async (times: number, person: TestPerson | null, path: string, address?: string) => {
  const seen: number[] = [];
  for (let count = 0; count < times; count += 1) seen.push((await ask(person, path, address)).status);
  return seen;
};

describe('a limit', () => {
  it('of an address stops it, says for how long, and nobody else', async () => {
    await open({ address: few });
    expect(await statuses(4, null, '/v1/services')).toEqual([200, 200, 200, 429]);
    const refused = await ask(null, '/v1/services');
    expect([refused.headers.get('retry-after'), refused.headers.get('content-type')]).toEqual([
      '2',
      'application/problem+json',
    ]);
    expect((await ask(null, '/v1/services', '10.0.0.2')).status).toBe(200);
    expect((await ask(null, '/health/live')).status).toBe(200);
    app.advanceMs(2000);
    expect((await ask(null, '/v1/services')).status).toBe(200);
  });

  it('of an address believes only what our own proxy has added, not what the sender wrote before it', async () => {
    await open({ address: few });
    const seen: number[] = [];
    for (let count = 0; count < 4; count += 1)
      seen.push((await ask(null, '/v1/services', `172.16.0.${count}, 10.0.0.1`)).status);
    expect(seen).toEqual([200, 200, 200, 429]);
  });

  it.each(['account', 'session'] as const)(
    'of one %s counts from wherever it comes, and spares others',
    async (what) => {
      await open({ [what]: few });
      const seen: number[] = [];
      for (let count = 0; count < 4; count += 1) seen.push((await ask('siti', '/v1/me', `10.0.1.${count}`)).status);
      expect(seen).toEqual([200, 200, 200, 429]);
      expect((await ask('budi', '/v1/me')).status).toBe(200);
    },
  );

  it('of an office ends its looks at applications, by whichever of its officials, and not its queue', async () => {
    await open({ office: few });
    const look = () => `/v1/applications/${uuidv7()}`;
    expect([...(await statuses(2, 'officer', look())), ...(await statuses(2, 'signer', look()))]).toEqual([
      404, 404, 404, 429,
    ]);
    expect((await ask('officer', '/v1/queue')).status).toBe(200);
    expect((await ask('villageOfficer', look())).status).toBe(404);
  });

  it('writes nothing into the audit log for what it has stopped', async () => {
    await open({ account: few });
    await statuses(10, 'siti', '/v1/queue');
    expect((await app.audit()).filter(([event]) => event === 'access-refused')).toHaveLength(3);
  });
});
