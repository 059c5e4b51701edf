import { isLoopback } from './oidc/is-loopback.ts';
import type { PushSettings } from './open-push.ts';
import { usualPushHosts } from './push/push-hosts.ts';
import { parsePushKeys } from './push/push-keys.ts';
import { StartProblem } from './start-problem.ts';

/** How browsers are woken; null: not at all. Throws StartProblem. */
export function pushFrom(read: (name: string) => string | undefined): PushSettings | null {
  const wanted = read('PUSH') ?? '1';
  if (wanted === '0') return null;
  if (wanted !== '1') throw new StartProblem(`PUSH is "${wanted}", but has to be 1 or 0 (nobody is woken).`);
  return {
    keys: keysOf(read('VAPID_KEYS')),
    hosts: { hosts: hostsOf(read('PUSH_HOSTS')), testOrigin: testOriginOf(read) },
    subject: subjectOf(read('PUSH_CONTACT')),
  };
}

function keysOf(text: string | undefined) {
  if (text === undefined) return null;
  const keys = parsePushKeys(text);
  if (keys !== undefined) return keys;
  // Never printed: it holds the secret.
  throw new StartProblem(
    'VAPID_KEYS has to be one private key of P-256 as JWK with "d". Leave it out to keep one in the data folder.',
  );
}

function hostsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return usualPushHosts;
  const hosts = text.split(',').map((host) => host.trim());
  if (hosts.every((host) => /^(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+$/.test(host) && !/\d$/.test(host))) return hosts;
  throw new StartProblem(
    'PUSH_HOSTS has to be names of push services with commas between them, like fcm.googleapis.com,*.push.apple.com',
  );
}

function testOriginOf(read: (name: string) => string | undefined): string | null {
  const text = read('PUSH_TEST_ORIGIN');
  if (text === undefined) return null;
  if (read('NODE_ENV') === 'production')
    throw new StartProblem('PUSH_TEST_ORIGIN is set in production: it is for tests. Leave it out.');
  if (URL.canParse(text) && new URL(text).origin === text && isLoopback(new URL(text))) return text;
  throw new StartProblem('PUSH_TEST_ORIGIN has to be an origin of this machine, like http://127.0.0.1:4000');
}

function subjectOf(text: string | undefined): string | null {
  if (text === undefined || /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(text)) return text ?? null;
  throw new StartProblem('PUSH_CONTACT has to be a mailto: or an https: address that a push service may turn to.');
}
