import { z } from 'zod';
import { isAnswer, jsonAnswer, type ModelAnswer, type ModelRequest, problemAnswer, readJson } from './model-answer.ts';
import { signAs } from './model-receipts.ts';
import type { ModelState } from './model-state.ts';

const Range = z.object({ from: z.int(), to: z.int() });
const Report = z.object({ lastSequence: z.int(), held: z.array(Range), voids: z.array(Range) });
const Order = z.object({ action: z.enum(['sign-out', 'wipe']) });

interface ModelOrder {
  readonly id: string;
  readonly action: string;
}
/** By phone: who has reported from it, and what it is ordered to do. */
interface ModelPhone {
  readonly owners: Set<string>;
  readonly orders: Map<string, ModelOrder>;
}
const phones = new WeakMap<ModelState, Map<string, ModelPhone>>();

function phoneOf(state: ModelState, id: string): ModelPhone {
  const known = phones.get(state) ?? new Map<string, ModelPhone>();
  phones.set(state, known);
  const phone = known.get(id) ?? { owners: new Set(), orders: new Map() };
  known.set(id, phone);
  return phone;
}

/** "/v1/me/devices/…" */
export async function answerDevice(
  state: ModelState,
  request: ModelRequest,
  [id = '', part, orderId = '']: readonly string[],
): Promise<ModelAnswer> {
  if (request.method !== 'PUT') return problemAnswer(404, 'No such address');
  const body = await readJson(state, request);
  if (isAnswer(body)) return body;
  const phone = phoneOf(state, id);
  if (part === undefined) {
    const report = Report.safeParse(body.value);
    if (!report.success) return problemAnswer(422, 'Not a report');
    phone.owners.add(request.account.id);
    return jsonAnswer(200, { ...countNumbers(state, id, report.data), receivedAt: new Date().toISOString() });
  }
  const order = Order.safeParse(body.value);
  if (!order.success) return problemAnswer(422, 'Not an order');
  if (!phone.owners.has(request.account.id) && !state.has('orders-from-anybody'))
    return problemAnswer(404, 'No such phone');
  phone.orders.set(orderId, { id: orderId, ...order.data });
  return jsonAnswer(201, { id: orderId, ...order.data, orderedAt: new Date().toISOString(), doneAt: null });
}

/** "/v1/devices/…/orders", for everybody. */
export function answerOrders(state: ModelState, request: ModelRequest, id: string): ModelAnswer {
  const nonce = request.query.get('nonce');
  if (nonce === null) return problemAnswer(400, 'No nonce');
  const claims = { iss: 'https://model.example', dev: id, iat: 1_700_000_000, nonce };
  const items = [...phoneOf(state, id).orders.values()].map((order) =>
    signAs('device-order+jwt', { ...claims, jti: order.id, act: order.action }),
  );
  return jsonAnswer(200, { items });
}

function countNumbers(state: ModelState, id: string, { lastSequence, held, voids }: z.output<typeof Report>) {
  const received = [...state.applications.values()].flatMap(({ submission: { device } }) =>
    device?.id === id ? [device.sequence] : [],
  );
  const isKnown = (number: number) =>
    received.includes(number) || [...held, ...voids].some(({ from, to }) => from <= number && number <= to);
  const all = Array.from({ length: lastSequence }, (_, index) => index + 1);
  const alone = (number: number) => ({ from: number, to: number });
  const twice = [...new Set(received.filter((number, index) => received.indexOf(number) !== index))];
  return {
    missing: state.has('gaps-untold') ? [] : all.filter((number) => !isKnown(number)).map(alone),
    duplicated: twice.map(alone),
  };
}
