import type { AuthKeys } from './auth/auth-keys.ts';
import type { Issuer } from './auth/issuer.ts';
import { signInOffer } from './auth/sign-in-offer.ts';
import type { UploadTickets } from './auth/upload-tickets.ts';
import { type BackendKeys, ownBackendKeys } from './gateway/backend-keys.ts';
import { carrier } from './gateway/carry.ts';
import { gateway } from './gateway/gateway.ts';
import type { OpenedGateway } from './gateway/opened-gateway.ts';
import { StartProblem } from './start-problem.ts';

/** Shorter than what a phone waits for an answer. */
const patienceMs = 25_000;

export interface GatewaySurroundings {
  readonly keys: AuthKeys;
  readonly issuer: Issuer | null;
  readonly provider: { readonly issuer: string; readonly clientId: string } | null;
  readonly tickets: UploadTickets;
  readonly publicOrigin: string;
  readonly behindProxy: boolean;
  nowMs(): number;
}

export type MakeGateway = (around: GatewaySurroundings) => OpenedGateway | null;

/** What stands before a backend; makes nothing where applications are kept here. Throws StartProblem for a spoilt key. */
export async function openGateway(dataDir: string, backendUrl: string | null): Promise<MakeGateway> {
  if (backendUrl === null) return () => null;
  const tokenKeys = await ownBackendKeys(dataDir);
  if (tokenKeys === undefined)
    throw new StartProblem(
      `backend-token-keys.json in ${dataDir} is not a list of Ed25519 keys. Mend it, or remove it: the backend learns the new key by itself.`,
    );
  return (around) => made(new URL(backendUrl), tokenKeys, around);
}

function made(backend: URL, tokenKeys: BackendKeys, { issuer, provider, ...around }: GatewaySurroundings) {
  if (issuer === null)
    throw new StartProblem('BACKEND_URL is set, and nobody can sign in here: set OTP_WEBHOOK_URL or OIDC_ISSUER.');
  const offer = signInOffer({ issuer, provider });
  const handle = gateway({ ...around, backend, tokenKeys, issuer, offer, carry: carrier(backend, patienceMs) });
  return { handle, keySet: tokenKeys.published };
}
