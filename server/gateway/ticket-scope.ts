import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Principal, RequestVariables } from '../auth/authenticator.ts';
import type { UploadTickets } from '../auth/upload-tickets.ts';

const Handed = z.looseObject({
  device: z.looseObject({ id: z.string() }).optional(),
  applicationId: z.string().optional(),
});

/**
 * Whether a ticket is good for this, which a backend behind a gateway can't know. Everything that is announced by one
 * counts, also when it is said again: between two sign-ins a month of work fits some times over.
 * @param papersOf the ids of the papers that an application names, as the backend has it
 * @returns null: it is
 */
export async function mayHandIn(
  c: Context<RequestVariables>,
  { key, id }: { readonly key: string; readonly id: string },
  { sessionId, ticket }: Principal,
  tickets: Pick<UploadTickets, 'spend'>,
  papersOf: (applicationId: string) => Promise<ReadonlySet<string>>,
): Promise<'sign-in-needed' | 'not-allowed' | 'not-found' | null> {
  // Its address was told to who announced the paper, and to nobody else.
  if (ticket === undefined || key.endsWith('/v1/uploads/:upload')) return null;
  const handed = Handed.safeParse(c.get('json')).data;
  const isPaper = key === 'PUT /v1/documents/:id';
  const applicationId = isPaper ? handed?.applicationId : id;
  // What another phone has made goes by that one, or by somebody who has signed in.
  if (!isPaper && handed?.device?.id !== ticket.deviceId) return 'sign-in-needed';
  if (ticket.only !== null) {
    if (key.includes('/revisions/') || ticket.only.applicationId !== applicationId) return 'not-allowed';
    if (isPaper && !(await papersOf(ticket.only.applicationId)).has(id)) return 'not-found';
    const sent = createHash('sha256').update(new Uint8Array(await c.req.arrayBuffer()));
    if (!isPaper && ticket.only.envelopeSha256 !== sent.digest('hex')) return 'not-allowed';
  }
  return (await tickets.spend(sessionId)) ? null : 'sign-in-needed';
}
