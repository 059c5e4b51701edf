import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { DeviceOrderView } from '#contract/device-schemas.ts';
import { getDeviceOrders, putDevice, putDeviceOrder, putDeviceOrderReceipt } from '#contract/routes/devices.ts';
import type { NumberRange } from '#domain/device/number-ranges.ts';
import type { AppPorts } from '../app-ports.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { callerOf } from '../http/caller.ts';
import { problem } from '../http/problem.ts';
import type { DeviceOrder } from '../stores/device-store.ts';

/** More are named at the next report. */
const mostRanges = 200;

export function addDeviceRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putDevice, async (c) => {
    const { accountId, sessionId } = getPrincipal(c);
    const nowMs = ports.nowMs();
    const reported = await ports.devices.report(
      {
        ...c.req.valid('json'),
        deviceId: c.req.valid('param').id,
        accountId,
        sessionId,
        secret: c.req.valid('header')['device-secret'] ?? null,
        label: callerOf(c, ports.behindProxy).device,
      },
      nowMs,
    );
    if (reported === 'another-phone') return problem(c, 'not-allowed');
    const { missing, duplicated } = reported;
    return c.json({ missing: first(missing), duplicated: first(duplicated), receivedAt: moment(nowMs) }, 200);
  });

  app.openapi(putDeviceOrder, async (c) => {
    const { id: deviceId, orderId } = c.req.valid('param');
    const { accountId } = getPrincipal(c);
    const asked = c.req.valid('json');
    const ordered = await ports.devices.order(
      { ...asked, id: orderId, deviceId, accountId, by: 'person' },
      ports.nowMs(),
    );
    switch (ordered.kind) {
      case 'created':
        return c.json(viewOf(ordered.order), 201);
      case 'replayed':
        return c.json(viewOf(ordered.order), 200);
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'unknown-device':
        return problem(c, 'not-found');
    }
  });

  app.openapi(getDeviceOrders, async (c) => {
    const { nonce } = c.req.valid('query');
    const open = await ports.devices.openOrders(c.req.valid('param').id);
    return c.json({ items: open.slice(0, 10).map((order) => ports.orders.sign(order, nonce)) }, 200);
  });

  app.openapi(putDeviceOrderReceipt, async (c) => {
    const { id: deviceId, orderId } = c.req.valid('param');
    const { order, ...receipt } = c.req.valid('json');
    const named = ports.orders.read(order);
    if (named?.id !== orderId || named.deviceId !== deviceId) return problem(c, 'not-found');
    const secret = c.req.valid('header')['device-secret'] ?? null;
    if (!(await ports.devices.receive({ ...named, secret }, JSON.stringify(receipt), ports.nowMs())))
      return problem(c, 'not-found');
    return c.body(null, 204);
  });
}

function first(ranges: readonly NumberRange[]): NumberRange[] {
  return ranges.slice(0, mostRanges);
}

function viewOf({ id, action, orderedAtMs, doneAtMs }: DeviceOrder): z.input<typeof DeviceOrderView> {
  return { id, action, orderedAt: moment(orderedAtMs), doneAt: doneAtMs === null ? null : moment(doneAtMs) };
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}
