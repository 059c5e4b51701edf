import { createHash } from 'node:crypto';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {
  jsonAnswer,
  type ModelAnswer,
  type ModelRequest,
  type PointedError,
  problemAnswer,
  taggedAnswer,
} from './model-answer.ts';
import { type ModelService, modelServices } from './model-catalogue.ts';
import type { ModelState } from './model-state.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const validators = new Map<string, ValidateFunction>(
  modelServices.map(({ definition, answersSchema }) => [definition.id, ajv.compile(answersSchema)]),
);

export function findModelService(id: string): ModelService | undefined {
  return modelServices.find(({ definition }) => definition.id === id);
}

export function answerServices(state: ModelState, request: ModelRequest): ModelAnswer {
  const [, , , id, schema] = request.path.split('/');
  if (id === undefined) {
    const items = modelServices.map(({ definition: { standard, ...definition } }) => ({
      ...pick(definition),
      feeIdr: standard.feeIdr,
      workingDays: standard.workingDays,
    }));
    return tagged(state, request, { items }, !state.has('list-without-etag'));
  }
  const service = findModelService(decodeURIComponent(id));
  if (service === undefined) return problemAnswer(404, 'No such service');
  if (schema === undefined) return tagged(state, request, service.definition, true);
  return tagged(state, request, publishedSchema(state, service), true, 'application/schema+json');
}

/** What is wrong with the answers and the papers. */
export function findProblems(
  state: ModelState,
  service: ModelService,
  data: unknown,
  papers: readonly { readonly slot: string; readonly mediaType: string }[],
): readonly PointedError[] {
  const validate = validators.get(service.definition.id);
  const wrong = validate === undefined || validate(data) ? [] : (validate.errors ?? []).map(pointTo);
  const missing = service.definition.requirements
    .filter(({ id, required }) => required && !papers.some(({ slot }) => slot === id))
    .map(({ id }) => ({ pointer: `/documents/${id}`, code: 'documentMissing' }));
  const isTaken = ({ slot, mediaType }: (typeof papers)[number]) =>
    service.definition.requirements.some(({ id, accept }) => id === slot && accept.some((type) => type === mediaType));
  const refused = papers
    .filter((paper) => !isTaken(paper))
    .map(({ slot }) => ({ pointer: `/documents/${slot}`, code: 'documentNotAccepted' }));
  return [
    ...(state.has('answers-not-validated') ? [] : wrong),
    ...(state.has('papers-not-required') ? [] : missing),
    ...(state.has('papers-any-slot') ? [] : refused),
  ];
}

/** A missing or unknown member is named by the schema's parent; the contract wants the member itself. */
function pointTo({ instancePath, keyword, params }: ErrorObject): PointedError {
  const member: unknown = params['missingProperty'] ?? params['additionalProperty'];
  return { pointer: typeof member === 'string' ? `${instancePath}/${member}` : instancePath, code: keyword };
}

function publishedSchema(state: ModelState, { definition, answersSchema }: ModelService): object {
  if (state.has('schema-accepts-all')) return { $schema: 'https://json-schema.org/draft/2020-12/schema' };
  const ids = definition.steps.flatMap((step) => step.fields).map(({ id }) => id);
  return state.has('schema-too-strict') ? { ...answersSchema, required: ids } : answersSchema;
}

function tagged(
  state: ModelState,
  request: ModelRequest,
  content: unknown,
  hasEtag: boolean,
  mediaType = 'application/json',
): ModelAnswer {
  const etag = `"${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)}"`;
  const answer = jsonAnswer(200, content, { 'content-type': mediaType });
  if (state.has('if-none-match-ignored')) return { ...answer, headers: { ...answer.headers, etag } };
  return taggedAnswer(request, hasEtag ? etag : null, answer);
}

function pick(definition: Omit<ModelService['definition'], 'standard'>) {
  const { id, schemaVersion, name, description, category, unit, sampleData } = definition;
  return { id, schemaVersion, name, description, category, unit, sampleData };
}
