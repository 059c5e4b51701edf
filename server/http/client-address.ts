import type { Context } from 'hono';

/**
 * Where a request comes from, for limits only; "unknown" where there is no socket (a request made in the process).
 * @param behindProxy believes the last address in X-Forwarded-For, which our own proxy has put there
 */
export function clientAddressOf(c: Context, behindProxy: boolean): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (behindProxy && forwarded !== undefined && forwarded !== '') return networkOf(forwarded);
  const env: unknown = c.env;
  return hasIncoming(env) ? networkOf(env.incoming.socket?.remoteAddress ?? 'unknown') : 'unknown';
}

/** Of IPv6 the /64: a household has all of it, and whoever means harm has it address by address. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!plain.includes(':')) return address;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const all =
    tail === undefined
      ? first
      : [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0'), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
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
