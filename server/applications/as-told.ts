import type { Principal } from '../auth/authenticator.ts';
import type { ReceiptSigner } from '../receipts/receipt-signer.ts';
import type { StoredApplication } from '../stores/application-store.ts';

/** By a ticket one learns that it was handed in, and not what the office has done with it since. */
export function asTold({ ticket }: Principal, application: StoredApplication): StoredApplication {
  if (ticket === undefined) return application;
  const { status, version } = application;
  return {
    ...application,
    status: status === 'incomplete' ? status : 'submitted',
    assignments: 0,
    dueOn: null,
    // 1 as handed in, 2 when its papers came later.
    version: Math.min(version, 2),
  };
}

/** Who carries it for somebody else gets the number, and not the paper with everything on it. */
export function signerFor({ ticket }: Principal, signer: ReceiptSigner): ReceiptSigner {
  return ticket?.only === undefined || ticket.only === null ? signer : { ...signer, sign: () => null };
}
