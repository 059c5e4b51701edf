import type { CasePickup } from '#domain/desk/desk-case.ts';
import { isRecord } from '#lib/is-record.ts';
import { isText } from './desk-wire.ts';
import { readTicket } from './wire.ts';

/** A letter that is ready as a file, or waits at a counter. */
export type ResultWords =
  | {
      readonly kind: 'file';
      readonly title: string;
      readonly number?: string;
      readonly sizeBytes: number;
      readonly sha256: string;
    }
  | { readonly kind: 'pickup'; readonly title: string; readonly number?: string; readonly pickup: CasePickup };

export function resultBody(result: ResultWords): object {
  const { kind, title, number } = result;
  const words = { kind, title, ...(number === undefined ? {} : { number }) };
  if (result.kind === 'file')
    return { ...words, mediaType: 'application/pdf', size: result.sizeBytes, sha256: result.sha256 };
  const { place, from, until, bring } = result.pickup;
  return {
    ...words,
    pickup: { place, from, ...(until === null ? {} : { until }), ...(bring === null ? {} : { bring }) },
  };
}

export interface ReadResultTicket {
  readonly state: 'expected' | 'clean' | 'rejected';
  readonly uploadUrl: string | null;
  readonly offsetBytes: number;
  readonly detail: string | null;
}

/** Of what is fetched at a counter there is nothing to send, and no word of bytes. */
export function readResultTicket(body: unknown, resultId: string): ReadResultTicket | undefined {
  if (!isRecord(body) || body['id'] !== resultId) return undefined;
  const done = { state: 'clean', uploadUrl: null, offsetBytes: 0, detail: null } as const;
  if (body['state'] === undefined) return done;
  const ticket = readTicket({ ...body, offset: body['offset'] ?? 0 }, resultId);
  if (ticket === undefined) return body['state'] === 'clean' ? done : undefined;
  if (ticket.state === 'rejected') return { ...done, state: 'rejected', detail: ticket.detail };
  if (ticket.state === 'verified') return done;
  return {
    state: 'expected',
    uploadUrl: isText(ticket.uploadUrl) ? ticket.uploadUrl : null,
    offsetBytes: ticket.offsetBytes,
    detail: null,
  };
}
