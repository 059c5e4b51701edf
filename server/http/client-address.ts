import type { Context } from 'hono';

/** The other end of the socket; "unknown" where there is none (a request made in the process). For limits only. */
export function clientAddressOf(c: Context): string {
  const env: unknown = c.env;
  if (!hasIncoming(env)) return 'unknown';
  return env.incoming.socket?.remoteAddress ?? 'unknown';
}

function hasIncoming(
  env: unknown,
): env is { readonly incoming: { readonly socket?: { readonly remoteAddress?: string } } } {
  return (
    typeof env === 'object' &&
    env !== null &&
    'incoming' in env &&
    typeof env.incoming === 'object' &&
    env.incoming !== null
  );
}
