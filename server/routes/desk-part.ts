import type { AppPorts } from '../app-ports.ts';
import { mayDecide } from '../applications/may-see.ts';
import type { Principal } from '../auth/authenticator.ts';
import type { Assignee } from '#domain/desk/queue-line.ts';
import type { StoredApplication } from '../stores/application-store.ts';
import type { Duplicate } from '../stores/queue-store.ts';

interface DeskPart {
  readonly assignee?: Assignee;
  readonly duplicates?: Duplicate[];
  readonly sealed?: true;
}

/** What only officials are told of an application; nobody of their own. */
export async function deskPart(
  ports: Pick<AppPorts, 'queue'>,
  principal: Principal,
  application: StoredApplication,
): Promise<DeskPart> {
  if (!mayDecide(principal, application)) return {};
  const { id, assignee, sealedKey } = application;
  const duplicates = await ports.queue.duplicates(id, principal.posts);
  return {
    ...(assignee === null ? {} : { assignee }),
    duplicates: [...duplicates],
    ...(sealedKey === undefined ? {} : { sealed: true as const }),
  };
}
