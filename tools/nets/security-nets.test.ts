import { afterAll, beforeAll, describe, test } from 'vitest';
import { type BrokenCopy, catcher, makeCopy } from './broken-copy.ts';

let copy: BrokenCopy;
beforeAll(() => {
  copy = makeCopy();
});
afterAll(() => copy.remove());
const expectCaught = catcher(() => copy);
const verify = (...ids: readonly string[]) => ['node', 'tools/verify-security.ts', '--id', ids.join()];

describe('the security requirements', () => {
  test('what is taken away from an answer, a cookie or a rule is missed', async () => {
    await expectCaught(
      verify('R6', 'R12', 'R13', 'R23', 'R25', 'R26', 'R28', 'R40'),
      {
        'server/http/security-headers.ts': (text) =>
          text
            .replace(`['X-Content-Type-Options', 'nosniff']`, `['Access-Control-Allow-Origin', '*']`)
            .replace(`script-src 'self'`, `script-src 'self' 'unsafe-inline'`)
            .replace(`'no-store');`, `'no-cache');`),
        'server/auth/session-cookie.ts': (text) => text.replace(`sameSite: 'Strict'`, `sameSite: 'Lax'`),
        'server/auth/same-site.ts': (text) => text.replace(`site === 'same-origin'`, `site !== 'cross-site'`),
        'server/http/problem.ts': (text) => text.replace('more.detail ?? detail', 'new Error().stack ?? detail'),
        'server/applications/application-view.ts': (text) =>
          text.replace('reason: application.reason', 'reason: JSON.stringify(application.data)'),
      },
      [
        /Cache-Control is "no-cache"/,
        /the policy allows too much/,
        /x-content-type-options is ""/,
        /__Host-\w+: lacks ; SameSite=Strict/,
        /from \{"Sec-Fetch-Site":"same-site".* answers (?!403)/,
        /shares with https:\/\/jahat\.example: access-control-allow-origin/,
        /status: reason was taken over/,
        /shows its innards/,
        /security: 0 passed, 8 failed/,
      ],
    );
  });

  test('a column without a class, a name in the log, a claim and a test that is gone are found', async () => {
    await expectCaught(
      verify('R1', 'R2', 'R7', 'R33'),
      {
        'server/stores/migrations/0001-foundation.sqlite.sql': (text) =>
          text.replace('  reason text,\n', '  reason text,\n  mother_name text,\n'),
        'CONTRIBUTING.md': (text) => `${text}\nThis app is ${['compliant', 'L2', 'ASVS'].toReversed().join(' ')}.\n`,
        'server/http/request-log.ts': (text) => text.replace('      route,\n', '      route: c.req.url,\n'),
        'server/environment.test.ts': (text) => text.replace('in production has no sample accounts', 'has none'),
      },
      [
        /application\.mother_name has no class and no retention/,
        /CONTRIBUTING\.md claims a level/,
        /the server log: KANARI as UTF-8/,
        /there is no test "in production has no sample accounts/,
      ],
    );
  });

  test('a term that is not written down, a listener nobody has looked at and a link of old TLS are found', async () => {
    await expectCaught(
      verify('R10', 'R32', 'R38'),
      {
        'server/retention/retention-terms.ts': (text) => text.replace('papers: { usual: 365', 'papers: { usual: 366'),
        'tools/doctor/probe.ts': (text) => text.replace('if (await speaks(link, old))', 'if (link.name === "")'),
        'src/sw/send-waiting.ts': (text) =>
          text.replace(`readChannelMessage(event.data)?.type === 'more'`, 'event.data !== null'),
      },
      [
        /"the terms of what is kept are written down beside the inventory.*failed/,
        /refuses what also speaks older ones.*failed/,
        /src\/sw\/send-waiting\.ts reads what comes otherwise/,
        /security: 0 passed, 3 failed/,
      ],
    );
  });
});
