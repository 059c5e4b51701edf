import type { Context } from 'hono';
import type { AppPorts } from '../app-ports.ts';
import { digestOf } from '../applications/body-hash.ts';
import type { Principal, RequestVariables } from '../auth/authenticator.ts';
import type { StoredDocument } from '../stores/document-store.ts';

/** Null: the ticket, if it is one, is good for this application. */
export async function ticketRefusal(
  c: Context<RequestVariables>,
  { ticket }: Principal,
  applicationId: string,
  deviceId: string | undefined,
): Promise<'sign-in-needed' | 'not-allowed' | null> {
  if (ticket === undefined) return null;
  // What another phone has made goes by that one, or by somebody who has signed in.
  if (deviceId !== ticket.deviceId) return 'sign-in-needed';
  if (ticket.only === null) return null;
  const isIts =
    ticket.only.applicationId === applicationId && ticket.only.envelopeSha256 === digestOf(await c.req.arrayBuffer());
  return isIts ? null : 'not-allowed';
}

/** Null: the ticket, if it is one, is good for this paper. By a courier's, only what the application names is taken. */
export async function paperRefusal(
  ports: Pick<AppPorts, 'applications'>,
  { ticket }: Principal,
  paper: { readonly id: string; readonly applicationId: string },
): Promise<'not-allowed' | 'not-found' | null> {
  if (ticket?.only === undefined || ticket.only === null) return null;
  if (ticket.only.applicationId !== paper.applicationId) return 'not-allowed';
  const application = await ports.applications.find(paper.applicationId);
  return application?.documents.some(({ id }) => id === paper.id) === true ? null : 'not-found';
}

/** Whether this upload is one that the caller may go on with. */
export function mayUpload({ accountId, ticket }: Principal, document: StoredDocument): boolean {
  const only = ticket?.only ?? null;
  return document.ownerId === accountId && (only === null || only.applicationId === document.applicationId);
}

/** Counts what is new and comes by a ticket. True: too much has come, and somebody has to sign in. */
export async function isSpent(ports: Pick<AppPorts, 'tickets'>, { sessionId, ticket }: Principal): Promise<boolean> {
  return ticket !== undefined && !(await ports.tickets.spend(sessionId));
}
