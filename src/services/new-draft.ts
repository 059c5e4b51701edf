import type { Draft } from '#domain/application/draft.ts';
import type { Answers } from '#domain/form/answers.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { AccountStore, Device } from './ports.ts';

/** A form at its first step, with a new id; whoever is signed in owns it, else `ownerId`. `whose`: the resident whom it is for. */
export async function newDraft(
  ports: { readonly account: Pick<AccountStore, 'readAccount'>; readonly device: Device },
  definition: ServiceDefinition,
  answers: Answers,
  ownerId: string | null,
  whose: Pick<Draft, 'residentId' | 'consent'> = {},
): Promise<Draft> {
  const nowMs = ports.device.nowMs();
  return {
    id: ports.device.newId(),
    ownerId: (await ports.account.readAccount())?.accountId ?? ownerId,
    definition,
    answers,
    place: definition.steps[0]?.id ?? 'review',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    ...whose,
  };
}
