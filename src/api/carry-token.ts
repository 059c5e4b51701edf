import { toBase64url } from './base64url.ts';

/**
 * What a courier is given: made out of this phone's upload ticket, with no contact, and good for one application with
 * these bytes and for nothing else. The ticket can't be worked out from it.
 * @param ticket "ticket.<id>.<mac>"
 * @param envelopeSha256 hex, of the body as it is sent
 */
export async function carryToken(ticket: string, applicationId: string, envelopeSha256: string): Promise<string> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(ticket), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const message = text.encode(`ajukan-carry-1/${applicationId}/${envelopeSha256}`);
  const proof = new Uint8Array(await crypto.subtle.sign('HMAC', key, message));
  return `carry.${ticket.split('.')[1] ?? ''}.${applicationId}.${envelopeSha256}.${toBase64url(proof)}`;
}
