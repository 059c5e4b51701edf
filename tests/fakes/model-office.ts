import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import type { Answer, Request } from '#sync/answer.ts';

/** A tiny office: what it has, it has for good. */
export class ModelOffice {
  readonly applications = new Map<string, readonly string[]>();
  readonly offsets = new Map<string, number>();
  readonly verified = new Set<string>();
  readonly received: { readonly documentId: string; readonly from: number; readonly to: number }[] = [];
  creations = 0;

  answer(request: Request, entry: OutboxEntry): Answer {
    switch (request.type) {
      case 'submit': {
        if (!this.applications.has(request.applicationId)) this.creations += 1;
        this.applications.set(
          request.applicationId,
          entry.documents.map(({ id }) => id),
        );
        return { to: 'submit', outcome: { kind: 'ok', value: this.receipt(request.applicationId) } };
      }
      case 'announce': {
        const { documentId } = request;
        const isDone = this.verified.has(documentId);
        const value = {
          state: isDone ? ('verified' as const) : ('expected' as const),
          uploadUrl: isDone ? null : `/u/${documentId}`,
          offsetBytes: this.offsets.get(documentId) ?? 0,
        };
        return { to: 'announce', documentId, outcome: { kind: 'ok', value } };
      }
      case 'ask-offset':
        return {
          to: 'ask-offset',
          documentId: request.documentId,
          outcome: { kind: 'ok', value: { offsetBytes: this.offsets.get(request.documentId) ?? 0 } },
        };
      case 'send-piece': {
        const { documentId, offsetBytes, lengthBytes } = request;
        const at = this.offsets.get(documentId) ?? 0;
        if (at !== offsetBytes)
          return { to: 'send-piece', documentId, tookMs: 10, outcome: { kind: 'offset-conflict' } };
        this.received.push({ documentId, from: at, to: at + lengthBytes });
        this.offsets.set(documentId, at + lengthBytes);
        if (at + lengthBytes === sizeOf(entry, documentId)) this.verified.add(documentId);
        return {
          to: 'send-piece',
          documentId,
          tookMs: 10,
          outcome: { kind: 'ok', value: { offsetBytes: at + lengthBytes } },
        };
      }
    }
  }

  private receipt(applicationId: string): Receipt {
    const missingDocumentIds = (this.applications.get(applicationId) ?? []).filter((id) => !this.verified.has(id));
    return {
      applicationId,
      registrationNumber: 'R-1',
      status: missingDocumentIds.length > 0 ? 'incomplete' : 'submitted',
      version: 1,
      receivedAtMs: 1,
      missingDocumentIds,
    };
  }
}

export function sizeOf(entry: OutboxEntry, documentId: string): number {
  return entry.documents.find(({ id }) => id === documentId)?.sizeBytes ?? 0;
}
