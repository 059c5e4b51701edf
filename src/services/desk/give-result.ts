import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { NewResult, ResultGiven } from '../menu-desk.ts';
import type { DeskOffice, ResultAnnouncement, ResultTicket } from './desk-ports.ts';

/** Each piece is acknowledged, so that a cut costs no more than one. */
const pieceBytes = 512 * 1024;
const mostLostPlaces = 5;

/** The case as it is by then is read by who has given. */
type GivenToOffice = { readonly kind: 'given' } | Exclude<ResultGiven, { readonly kind: 'given' }>;

/** Announces a result and sends its bytes. The same id again goes on from where the office is. */
export async function giveToOffice(
  office: Pick<DeskOffice, 'putResult' | 'offset' | 'append'>,
  { id, etag }: Pick<DeskCase, 'id' | 'etag'>,
  result: NewResult,
  digest: (bytes: ArrayBuffer) => Promise<string>,
  onProgress: (sentBytes: number) => void,
): Promise<GivenToOffice> {
  const bytes = result.kind === 'file' ? await result.file.arrayBuffer() : null;
  const announcement = await announcementOf(result, bytes, digest);
  const announce = () => office.putResult(id, result.id, announcement, etag);

  let ticket = await announce();
  if (ticket.kind === 'ok' && bytes !== null && ticket.value.state === 'expected') {
    const trouble = await sendBytes(office, ticket.value, bytes, onProgress);
    if (trouble !== null) return trouble;
    ticket = await announce();
  }
  if (ticket.kind === 'refused') return { kind: refusalOf(ticket.status, ticket.problem) };
  if (ticket.kind !== 'ok') return ticket;
  const { state, detail } = ticket.value;
  if (state === 'rejected') return { kind: 'refused', detail };
  return state === 'clean' ? { kind: 'given' } : { kind: 'offline' };
}

async function announcementOf(
  result: NewResult,
  bytes: ArrayBuffer | null,
  digest: (bytes: ArrayBuffer) => Promise<string>,
): Promise<ResultAnnouncement> {
  const { title, number } = result;
  const words = number === undefined ? { title } : { title, number };
  if (result.kind === 'pickup') return { kind: 'pickup', ...words, pickup: result.pickup };
  const file = bytes ?? new ArrayBuffer(0);
  return { kind: 'file', ...words, sizeBytes: file.byteLength, sha256: await digest(file) };
}

/** Null when the office has them all, or has said no to them: the announcement tells which. */
async function sendBytes(
  office: Pick<DeskOffice, 'offset' | 'append'>,
  { uploadUrl, offsetBytes }: ResultTicket,
  bytes: ArrayBuffer,
  onProgress: (sentBytes: number) => void,
): Promise<GivenToOffice | null> {
  if (uploadUrl === null) return { kind: 'other-version' };
  let at = offsetBytes;
  for (let lost = 0; at < bytes.byteLength && lost < mostLostPlaces; ) {
    const piece = bytes.slice(at, at + pieceBytes);
    let answer = await office.append(uploadUrl, at, piece);
    if (answer.kind === 'refused' && answer.problem === 'offset-conflict') {
      lost += 1;
      answer = await office.offset(uploadUrl);
    }
    if (answer.kind === 'refused') return answer.status === 413 ? { kind: 'too-large' } : null;
    if (answer.kind !== 'ok') return answer;
    at = answer.value;
    onProgress(at);
  }
  return at < bytes.byteLength ? { kind: 'offline' } : null;
}

function refusalOf(status: number, problem: string | null) {
  if (status === 413) return 'too-large';
  if (status === 412 || status === 428) return 'changed-since';
  if (status !== 409) return 'invalid';
  if (problem === 'number-taken') return 'number-taken';
  return problem === 'assigned-elsewhere' ? 'taken' : 'not-possible';
}
