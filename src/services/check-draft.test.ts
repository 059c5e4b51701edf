import { describe, expect, it } from 'vitest';
import type { Draft } from '#domain/application/draft.ts';
import { checkDraft } from './check-draft.ts';
import type { SubmitPorts } from './submit-draft.ts';
import { aDraft } from '#tests/fixtures/draft.ts';

const residents = { readResident: () => Promise.resolve(undefined) };

function phone(draft: Draft | undefined) {
  const touched: string[] = [];
  const ports: SubmitPorts = {
    drafts: { readDraft: async () => draft, readDocuments: async () => [] },
    shelf: {
      readEntry: async () => undefined,
      readDevice: async () => ({ deviceId: 'device-1', nextSequence: 1 }),
      submit: async () => {
        touched.push('stored');
        return { kind: 'stored' };
      },
    },
    account: { readAccount: async () => null },
    device: { nowMs: () => 5, newId: () => 'new' },
    digest: async () => '0'.repeat(64),
    isKnownArea: async () => () => true,
    sealing: async () => {
      touched.push('sealed');
      return null;
    },
    wishesSeal: () => false,
    onSubmitted: () => touched.push('sent'),
    ...residents,
  };
  return { ports, touched };
}

describe('a rehearsal of Kirim', () => {
  it('says that a draft is complete and what it will cost, and leaves everything as it is', async () => {
    const { ports, touched } = phone(aDraft());
    expect(await checkDraft(ports, 'draft-1')).toEqual({ kind: 'complete', papers: 0, bytes: expect.any(Number) });
    expect(touched).toEqual([]);
  });

  it('says what is missing, and that there is none', async () => {
    const required = aDraft();
    const field = { id: 'nama', type: 'text', label: { id: 'Nama' }, required: true };
    const steps = [{ id: 'satu', title: { id: 'Satu' }, fields: [field] }];
    const definition = { ...required.definition, steps } as unknown as Draft['definition'];
    expect(await checkDraft(phone({ ...required, definition }).ports, 'draft-1')).toMatchObject({
      kind: 'invalid',
      problems: [{ pointer: '/nama', code: 'required' }],
    });
    expect(await checkDraft(phone(undefined).ports, 'draft-1')).toEqual({ kind: 'gone' });
  });
});
