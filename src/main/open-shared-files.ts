import type { DraftsMenu, SharedMenu } from '#services/menu.ts';
import { createSharedMenu } from '#services/shared-menu.ts';
import { createSharedFiles } from '#storage/shared-files.ts';
import type { Vault } from '#storage/vault.ts';

export function openSharedFiles({ inside }: Vault, drafts: DraftsMenu): SharedMenu {
  return createSharedMenu(createSharedFiles(inside.connection), drafts);
}
