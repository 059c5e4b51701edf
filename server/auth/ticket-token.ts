import { createHmac } from 'node:crypto';
import { type AuthKeys, sameMac } from './auth-keys.ts';

/** `only`: made by a phone out of its ticket, with no contact, for one application whose body has this SHA-256. */
export interface TicketToken {
  readonly ticketId: string;
  readonly only: { readonly applicationId: string; readonly envelopeSha256: string } | null;
}

const ticketShape = /^ticket\.([\w-]{1,64})\.([\w-]{43})$/;
const carryShape = /^carry\.([\w-]{1,64})\.([\w-]{36})\.([0-9a-f]{64})\.([\w-]{43})$/;

/** Always the same for the same row, so that a lost answer costs nothing; a row that is made anew has another id. */
export function sealTicket(keys: AuthKeys, ticketId: string): string {
  return `ticket.${ticketId}.${keys.mac('ticket', ticketId)}`;
}

export function isTicket(text: string): boolean {
  return text.startsWith('ticket.') || text.startsWith('carry.');
}

/** @returns null for whatever is neither a ticket of ours nor made out of one */
export function openTicket(keys: AuthKeys, text: string): TicketToken | null {
  const [, ticketId, mac] = ticketShape.exec(text) ?? [];
  if (ticketId !== undefined && mac !== undefined)
    return sameMac(text, sealTicket(keys, ticketId)) ? { ticketId, only: null } : null;
  const [, carriedBy, applicationId, envelopeSha256, proof] = carryShape.exec(text) ?? [];
  if (carriedBy === undefined || applicationId === undefined || envelopeSha256 === undefined) return null;
  const expected = createHmac('sha256', sealTicket(keys, carriedBy))
    .update(`ajukan-carry-1/${applicationId}/${envelopeSha256}`)
    .digest('base64url');
  return sameMac(proof ?? '', expected) ? { ticketId: carriedBy, only: { applicationId, envelopeSha256 } } : null;
}
