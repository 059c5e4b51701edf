import * as oauth from 'oauth4webapi';
import { claimAt, type Claims } from './claims.ts';
import type { FlowSecrets } from './flow.ts';
import { plainHttpFor } from './plain-http.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** The provider does not answer, or not as one; it may later. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

/** The provider, or our check of what it says, does not let this person in. */
export class ProviderRefusal extends Error {
  override readonly name = 'ProviderRefusal';
}

/** One client at one provider. Rejects with ProviderAway and, from `redeem`, with ProviderRefusal. */
export interface RelyingParty {
  authorizationUrl(secrets: FlowSecrets): Promise<string>;
  /** @returns the claims of an ID token that was checked: signature, issuer, audience, times and nonce */
  redeem(answer: URLSearchParams, secrets: FlowSecrets): Promise<Claims>;
  /** Where to leave the provider, too; null where it has no such page. */
  endSessionUrl(returnUrl: string): Promise<string | null>;
}

const patienceMs = 8000;
const metadataLifetimeMs = 60 * 60_000;
/** Only what is signed with a key that the provider alone has. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'Ed25519',
  'EdDSA',
];
const clockToleranceS = 30;

/** @param redirectUri exactly as it is registered at the provider */
export function relyingParty(settings: ProviderSettings, redirectUri: string, nowMs: () => number): RelyingParty {
  const issuer = new URL(settings.issuer);
  const client: oauth.Client = { client_id: settings.clientId, [oauth.clockTolerance]: clockToleranceS };
  const options = { [oauth.customFetch]: askProvider, ...plainHttpFor(issuer) };
  let known: { readonly provider: oauth.AuthorizationServer; readonly atMs: number } | null = null;

  /** Asked for when somebody signs in, and kept for an hour: the server starts and works without the provider. */
  async function discovered(): Promise<oauth.AuthorizationServer> {
    if (known !== null && nowMs() - known.atMs < metadataLifetimeMs) return known.provider;
    try {
      const answer = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oidc' });
      const said = await oauth.processDiscoveryResponse(issuer, answer);
      const offered = said.id_token_signing_alg_values_supported ?? ['RS256'];
      const provider = {
        ...said,
        id_token_signing_alg_values_supported: offered.filter((name) => algorithms.includes(name)),
      };
      known = { provider, atMs: nowMs() };
      return provider;
    } catch (error) {
      throw new ProviderAway(codeOf(error), { cause: error });
    }
  }

  async function checkedClaims(
    provider: oauth.AuthorizationServer,
    answer: URLSearchParams,
    { state, nonce, codeVerifier }: FlowSecrets,
  ): Promise<Claims> {
    const parameters = oauth.validateAuthResponse(provider, client, answer, state);
    const response = await oauth.authorizationCodeGrantRequest(
      provider,
      client,
      authenticationOf(provider, settings.clientSecret),
      parameters,
      redirectUri,
      codeVerifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(provider, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(provider, response, options);
    const claims: Claims = { ...oauth.getValidatedIdTokenClaims(tokens) };
    const isComplete = [settings.rolesClaim, settings.officeClaim].every((name) => claimAt(claims, name) !== undefined);
    if (isComplete || provider.userinfo_endpoint === undefined) return claims;
    const profile = await oauth.userInfoRequest(provider, client, tokens.access_token, options);
    return { ...(await oauth.processUserInfoResponse(provider, client, String(claims['sub']), profile)), ...claims };
  }

  return {
    authorizationUrl: async ({ state, nonce, codeVerifier }) => {
      const { authorization_endpoint: endpoint } = await discovered();
      if (endpoint === undefined) throw new ProviderAway('no authorization endpoint');
      const url = new URL(endpoint);
      const parameters = {
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: settings.scope,
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    },
    redeem: async (answer, secrets) => {
      const provider = await discovered();
      try {
        return await checkedClaims(provider, answer, secrets);
      } catch (error) {
        if (error instanceof ProviderAway) throw error;
        throw new ProviderRefusal(codeOf(error), { cause: error });
      }
    },
    endSessionUrl: async (returnUrl) => {
      const { end_session_endpoint: endpoint } = await discovered();
      if (endpoint === undefined) return null;
      const url = new URL(endpoint);
      url.searchParams.set('client_id', settings.clientId);
      url.searchParams.set('post_logout_redirect_uri', returnUrl);
      return url.href;
    },
  };
}

type Asked = oauth.CustomFetchOptions<string, URLSearchParams | undefined>;

async function askProvider(url: string, asked: Asked): Promise<Response> {
  const { method, headers, body = null, redirect } = asked;
  let answer: Response;
  try {
    answer = await fetch(url, { method, headers, body, redirect, signal: AbortSignal.timeout(patienceMs) });
  } catch (error) {
    throw new ProviderAway('no answer', { cause: error });
  }
  if (answer.status < 500) return answer;
  await answer.body?.cancel();
  throw new ProviderAway(`status ${answer.status}`);
}

function authenticationOf(provider: oauth.AuthorizationServer, secret: string | null): oauth.ClientAuth {
  if (secret === null) return oauth.None();
  const offered = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return offered.includes('client_secret_basic') ? oauth.ClientSecretBasic(secret) : oauth.ClientSecretPost(secret);
}

/** For the log: a word of the library's, or an OAuth error code; never what a token or an address says. */
function codeOf(error: unknown): string {
  if (error instanceof ProviderAway) return error.message;
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError)
    return /^[\w.-]{1,60}$/.test(error.error) ? error.error : 'error';
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unexpected';
}
