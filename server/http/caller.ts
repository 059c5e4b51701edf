import type { Context } from 'hono';
import { deviceLabel } from '../auth/device-label.ts';
import type { Caller } from '../auth/issuer.ts';
import { clientAddressOf } from './client-address.ts';

/** A request as the limits and the list of devices see it. */
export function callerOf(c: Context, behindProxy: boolean): Caller {
  return { address: clientAddressOf(c, behindProxy), device: deviceLabel(c.req.header('user-agent') ?? '') };
}
