import { TokenResponse } from '#contract/identity-schemas.ts';
import type { DemoAccount } from '#server/auth/demo-issuer.ts';

export async function bearerFor(
  origin: string,
  { login, code }: DemoAccount,
): Promise<{ readonly Authorization: string }> {
  const answer = await fetch(`${origin}/v1/auth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code }),
  });
  return { Authorization: `Bearer ${TokenResponse.parse(await answer.json()).access_token}` };
}
