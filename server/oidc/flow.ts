import { z } from 'zod';
import { type AuthKeys, sameMac } from '../auth/auth-keys.ts';

/** A sign-in on its way: begun in this browser, and not back from the provider yet. */
const Flow = z.object({
  /** At least 128 bits of chance. */
  id: z.string(),
  startedAtMs: z.number(),
  /** A page of our own. */
  returnTo: z.string(),
  /** The session that the browser came with: a sign-in takes its place. */
  replaces: z.object({ accountId: z.string(), sessionId: z.string() }).nullable(),
});
export type Flow = Readonly<z.output<typeof Flow>>;

/** Longer than anybody takes to find their password. */
export const flowLifetimeMs = 10 * 60_000;

/** Value of the cookie. Who can read it learns neither state nor nonce nor verifier. */
export function sealFlow(keys: AuthKeys, flow: Flow): string {
  const payload = Buffer.from(JSON.stringify(flow)).toString('base64url');
  return `${payload}.${keys.mac('flow', 'cookie', payload)}`;
}

/** @returns null for what is not of ours, or too old */
export function openFlow(keys: AuthKeys, text: string, nowMs: number): Flow | null {
  const [payload = '', mac = ''] = text.split('.');
  if (!sameMac(mac, keys.mac('flow', 'cookie', payload))) return null;
  const flow = Flow.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  const ageMs = nowMs - flow.startedAtMs;
  return ageMs >= 0 && ageMs <= flowLifetimeMs ? flow : null;
}

export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Computed, not kept: the verifier never leaves the server but to the provider's token endpoint. */
export function secretsOf(keys: AuthKeys, { id }: Flow): FlowSecrets {
  const secret = (use: string) => keys.mac('flow', use, id);
  return { state: secret('state'), nonce: secret('nonce'), codeVerifier: secret('verifier') };
}
