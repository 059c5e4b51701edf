import type { Issuer } from './issuer.ts';

export interface SignInOffer {
  readonly issuer: string | null;
  readonly clientId: string | null;
  readonly signIn: 'none' | 'demo' | 'otp' | 'oidc';
  readonly officialSignIn?: string;
}

/** How people sign in here, as the capabilities say it. */
export function signInOffer({
  issuer,
  provider,
}: {
  readonly issuer: Issuer | null;
  readonly provider: { readonly issuer: string; readonly clientId: string } | null;
}): SignInOffer {
  return {
    issuer: provider?.issuer ?? null,
    clientId: provider?.clientId ?? null,
    signIn: waysOf(issuer, provider !== null),
    ...(provider === null ? {} : { officialSignIn: '/v1/auth/oidc' }),
  };
}

function waysOf(issuer: Issuer | null, hasProvider: boolean): SignInOffer['signIn'] {
  if (issuer === null) return 'none';
  if (issuer.requestCode !== null) return 'otp';
  return hasProvider ? 'oidc' : 'demo';
}
