import { ServiceList } from '#contract/schemas.ts';
import type { JsonObject } from '#lib/json.ts';
import type { ApiClient } from './api-client.ts';
import { expectStatus, fail } from './expect.ts';
import { read } from './read.ts';
import { holds } from './sample/condition.ts';
import { Definition, type SampleDefinition } from './sample/definition.ts';
import { sampleAnswers } from './sample/sample-answers.ts';
import type { FileType } from './sample/sample-file.ts';

/** A service together with all that is needed to apply for it. */
export interface Target {
  readonly serviceId: string;
  readonly schemaVersion: number;
  readonly answers: JsonObject;
  /** Valid as well, and another content. */
  readonly otherAnswers: JsonObject;
  /** One paper each. */
  readonly slots: readonly { readonly slot: string; readonly mediaType: FileType }[];
}

/** Those of the contract, the easiest to make first. */
export const fileTypes: readonly FileType[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/** @throws CheckFailed when the catalogue cannot be read */
export async function readDefinitions(client: ApiClient): Promise<readonly SampleDefinition[]> {
  const list = await client.get('/v1/services');
  expectStatus(list, 200);
  const definitions: SampleDefinition[] = [];
  for (const { id } of read(ServiceList, list).items) {
    const answer = await client.get(`/v1/services/${encodeURIComponent(id)}`);
    expectStatus(answer, 200);
    definitions.push(read(Definition, answer));
  }
  return definitions;
}

export function targetOf(definition: SampleDefinition): Target {
  const answers = sampleAnswers(definition);
  const asked = definition.requirements.filter((requirement) => holds(requirement.visibleWhen, answers));
  const required = asked.filter((requirement) => requirement.required);
  const slots = required.length > 0 ? required : asked.slice(0, 1);
  return {
    serviceId: definition.id,
    schemaVersion: definition.schemaVersion,
    answers,
    otherAnswers: sampleAnswers(definition, { variant: 'other' }),
    slots: slots.map(({ id, accept }) => ({
      slot: id,
      mediaType: fileTypes.find((type) => accept.includes(type)) ?? fail(`slot ${id} accepts no file type`),
    })),
  };
}

/** For what can go wrong between several papers. */
export function targetWithMostPapers(definitions: readonly SampleDefinition[]): Target {
  const [target] = definitions.map(targetOf).toSorted((a, b) => b.slots.length - a.slots.length);
  return target ?? fail('GET /v1/services offers no service');
}

/**
 * The service named by CONTRACT_SERVICE_ID, else the one with the fewest papers, but at least one: without papers
 * nothing can be said about uploads or incomplete applications.
 */
export function chooseTarget(definitions: readonly SampleDefinition[], serviceId: string | null): Target {
  if (serviceId !== null) {
    const definition = definitions.find(({ id }) => id === serviceId);
    return targetOf(definition ?? fail(`GET /v1/services does not list the chosen service ${serviceId}`));
  }
  const [target] = definitions
    .map(targetOf)
    .filter(({ slots }) => slots.length > 0)
    .toSorted((a, b) => a.slots.length - b.slots.length);
  return target ?? fail('no service asks for a paper: offer one, so that uploads can be tried');
}
