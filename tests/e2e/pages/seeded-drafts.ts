/** Drafts that would take an officer a day, put into the phone's own store. */
import { v7 as uuidv7 } from 'uuid';
import type { ChromiumPhone } from '../harness/chromium.ts';

/** Of the one draft on the phone, so many more; each with another title. */
export async function copyDraft(phone: ChromiumPhone, count: number): Promise<void> {
  await changeDrafts(phone, { ids: Array.from({ length: count }, () => uuidv7()), emptied: null });
}

/** One draft loses its first answer, as if it was changed in another tab; the app is not told. */
export async function spoilDraft(phone: ChromiumPhone, index: number): Promise<void> {
  await changeDrafts(phone, { ids: [], emptied: index });
}

async function changeDrafts(
  phone: ChromiumPhone,
  order: { readonly ids: readonly string[]; readonly emptied: number | null },
): Promise<void> {
  await phone.page.evaluate(
    ({ ids, emptied }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ajukan');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction('drafts', 'readwrite');
          const drafts = writing.objectStore('drafts');
          const reading = drafts.getAll();
          reading.onsuccess = () => {
            const rows: { id: string; draft: { id: string; answers: Record<string, unknown> } }[] = reading.result;
            const [first] = rows;
            for (const id of first === undefined ? [] : ids)
              drafts.put({
                ...first,
                id,
                draft: { ...first?.draft, id, answers: { ...first?.draft.answers, judul: `KANARI ${id.slice(-4)}` } },
              });
            const spoilt = emptied === null ? undefined : rows[emptied];
            if (spoilt !== undefined) {
              const { judul: _gone, ...answers } = spoilt.draft.answers;
              drafts.put({ ...spoilt, draft: { ...spoilt.draft, answers } });
            }
          };
          writing.onabort = () => reject(new Error('the drafts are not written'));
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    order,
  );
}
