import { sharePlaces, type ShareTrouble } from '#domain/document/shared-file.ts';
import { takeShared } from '#storage/take-shared.ts';
import { openedEngine } from './send-waiting.ts';

/** As the manifest's share_target names it. */
const field = 'files';
/** A photo straight from a very good camera. */
const mostBytes = 30_000_000;

/** Another app shares files with this one: stored strictly first, then the page asks what they are for. */
export async function receiveShared({ request }: { readonly request: Request }): Promise<Response> {
  const stored = await store(request).catch(() => false);
  const trouble: ShareTrouble = 'gagal';
  const address = stored ? sharePlaces.screen : `${sharePlaces.screen}?${trouble}`;
  return Response.redirect(new URL(address, self.location.origin).href, 303);
}

async function store(request: Request): Promise<boolean> {
  const files = (await request.formData()).getAll(field).filter((value) => value instanceof File);
  if (files.length === 0 || files.some(({ size }) => size > mostBytes)) return false;
  const sharedAtMs = Date.now();
  const rows = await Promise.all(
    files.map(async (file, index) => ({
      id: crypto.randomUUID(),
      // They stay in the order in which they came.
      sharedAtMs: sharedAtMs + index,
      name: file.name,
      mediaType: file.type,
      bytes: await file.arrayBuffer(),
    })),
  );
  return takeShared(openedEngine().vault.inside.connection, rows);
}
