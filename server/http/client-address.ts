import type { Context } from 'hono';

/**
 * Where a request comes from, for limits only; "unknown" where there is no socket (a request made in the process).
 * @param behindProxy believes the last address in X-Forwarded-For, which our own proxy has put there
 */
export function clientAddressOf(c: Context, behindProxy: boolean): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (behindProxy && forwarded !== undefined && forwarded !== '') return forwarded;
  const env: unknown = c.env;
  return hasIncoming(env) ? (env.incoming.socket?.remoteAddress ?? 'unknown') : 'unknown';
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
