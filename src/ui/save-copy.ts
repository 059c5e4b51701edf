import { saveFile } from './save-file.ts';
import { showToast } from './toast-store.ts';

/** One application with everything in it, as a download; and a message of how that ended. */
export async function saveCopy(
  from: { exportEntry(applicationId: string): Promise<Blob | null> },
  applicationId: string,
  words: { readonly saved: string; readonly notSaved: string },
): Promise<void> {
  const copy = await from.exportEntry(applicationId);
  if (copy !== null) saveFile(copy, `ajukan-${applicationId.slice(0, 8)}.json`);
  showToast(copy === null ? { message: words.notSaved, tone: 'alert' } : { message: words.saved });
}
