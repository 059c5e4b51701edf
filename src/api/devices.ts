import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';

interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** What a phone says to the office of itself, and hears. Null everywhere: not offered, not signed in, or no answer. */
export function createDeviceOffice(http: HttpClient, nowMs: () => number) {
  async function ask<T>(request: HttpRequest, accept: (answer: HttpAnswer) => T | undefined): Promise<T | null> {
    const answer = await http.send(request, new AbortController().signal);
    const outcome = classify(answer, 'resource', nowMs(), accept);
    return outcome.kind === 'ok' ? outcome.value : null;
  }
  const headersBy = (secret: string | null) => ({
    'Content-Type': 'application/json',
    ...(secret === null ? {} : { 'Device-Secret': secret }),
  });

  return {
    report: (deviceId: string, body: object, secret: string | null): Promise<readonly NumberRange[] | null> =>
      ask(
        {
          method: 'PUT',
          target: `/v1/me/devices/${deviceId}`,
          headers: headersBy(secret),
          body: JSON.stringify(body),
        },
        ({ mediaType, body: answer }) =>
          mediaType === 'application/json' && isRecord(answer) ? readRanges(answer['missing']) : undefined,
      ),

    orders: (deviceId: string, nonce: string): Promise<readonly string[] | null> =>
      ask({ method: 'GET', target: `/v1/devices/${deviceId}/orders?nonce=${nonce}` }, ({ mediaType, body }) => {
        const items: unknown = mediaType === 'application/json' && isRecord(body) ? body['items'] : undefined;
        return Array.isArray(items) ? items.filter((item) => typeof item === 'string') : undefined;
      }),

    /** True once there is nothing more to tell: noted, or no such order any more. */
    async receipt(deviceId: string, orderId: string, body: string, secret: string | null): Promise<boolean> {
      const request = {
        method: 'PUT',
        target: `/v1/devices/${deviceId}/orders/${orderId}/receipt`,
        headers: headersBy(secret),
        body,
      } as const;
      const answer = await http.send(request, new AbortController().signal);
      return answer.kind === 'answer' && (answer.status === 204 || answer.status === 404);
    },
  };
}

function readRanges(value: unknown): readonly NumberRange[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((range: unknown) => {
    if (!isRecord(range)) return [];
    const { from, to } = range;
    // An office that names a million numbers is not believed.
    return isNumber(from) && isNumber(to) && from <= to && to - from < 100_000 ? [{ from, to }] : [];
  });
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
