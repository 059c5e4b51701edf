import { generateKeyPairSync } from 'node:crypto';
import Provider, { type Configuration } from 'oidc-provider';
import { callbackPath } from '#server/oidc/provider-door.ts';
import type { ProviderSettings } from '#server/oidc/provider-settings.ts';
import { listenOnLoopback } from './loopback-listener.ts';

/** Claims of somebody beside `sub`. */
export type TestClaims = Readonly<Record<string, unknown>>;

export interface TestProvider {
  readonly issuer: string;
  /** How a server names it, as the client "ajukan". */
  readonly settings: ProviderSettings;
  /** Opens for the clients "ajukan" (public) and "lain", which both come back to the server at this origin. */
  serve(origin: string): void;
  /** What is said of somebody from now on. */
  readonly people: Map<string, TestClaims>;
  close(): Promise<void>;
}

/** Who signs in says so in this header: there is nobody to type a password. */
export const loginHeader = 'x-test-login';

/** A real OpenID provider on a free port; only its sign-in page is none. */
export async function openTestProvider(): Promise<TestProvider> {
  const listener = await listenOnLoopback();
  const people = new Map<string, TestClaims>();
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });

  function serve(origin: string): void {
    const provider = new Provider(listener.url, configuration(`${origin}${callbackPath}`, key, people));
    const oidc = provider.callback();
    listener.answerWith((request, answer) => {
      if (request.url?.startsWith('/interaction/') !== true) return void oidc(request, answer);
      // A browser that can't say so is the only person there is.
      const login = request.headers[loginHeader] ?? [...people.keys()].join();
      const result =
        typeof login === 'string' && people.has(login)
          ? { login: { accountId: login } }
          : { error: 'access_denied', error_description: 'nobody' };
      return void provider.interactionFinished(request, answer, result);
    });
  }

  const settings: ProviderSettings = {
    issuer: listener.url,
    clientId: 'ajukan',
    clientSecret: null,
    rolesClaim: 'roles',
    officeClaim: 'offices',
    scope: 'openid profile',
  };
  return { issuer: listener.url, settings, serve, people, close: () => listener.close() };
}

function configuration(redirectUri: string, key: object, people: ReadonlyMap<string, TestClaims>): Configuration {
  const client = {
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'none',
    id_token_signed_response_alg: 'ES256',
    post_logout_redirect_uris: [new URL('/', redirectUri).href],
  } as const;
  return {
    clients: [
      { ...client, client_id: 'ajukan' },
      { ...client, client_id: 'lain' },
    ],
    jwks: { keys: [{ ...key, use: 'sig', alg: 'ES256' }] },
    cookies: { keys: ['only-for-tests'] },
    claims: { openid: ['sub', 'name', 'roles', 'offices'] },
    // All of them in the ID token; without it they are asked for at the userinfo endpoint.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}
