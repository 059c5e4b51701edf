import { wireBytes } from '#domain/application/sending-cost.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { DraftCheck } from './menu.ts';
import { submitDraft, type SubmitPorts } from './submit-draft.ts';

/** What Kirim would say, asked by a rehearsal of it: nothing is sealed, stored or sent, and no number is taken. */
export async function checkDraft(ports: SubmitPorts, draftId: string): Promise<DraftCheck> {
  const made: OutboxEntry[] = [];
  const { shelf } = ports;
  const result = await submitDraft(
    {
      ...ports,
      shelf: {
        readEntry: (id) => shelf.readEntry(id),
        readDevice: () => shelf.readDevice(),
        submit: (entry) => {
          made.push(entry);
          return Promise.resolve({ kind: 'stored' });
        },
      },
      sealing: () => Promise.resolve(null),
      onSubmitted: () => undefined,
    },
    draftId,
  );
  if (result.kind !== 'stored') return result;
  const [entry] = made;
  // Sent off already, from another tab.
  if (entry === undefined) return { kind: 'gone' };
  const { documents, envelope } = entry;
  const fileBytes = documents.map(({ sizeBytes }) => sizeBytes);
  return { kind: 'complete', papers: documents.length, bytes: wireBytes(envelope.sizeBytes, fileBytes) };
}
