/** The committed openapi.json as a judge: does an answer look as the document says? */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';

const Response = z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })).optional() });
const Operation = z.looseObject({ responses: z.record(z.string(), z.unknown()) });
const Document = z.looseObject({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

export interface Exchange {
  readonly method: string;
  /** Without query string, "/v1/services". */
  readonly path: string;
  readonly status: number;
  /** Lower case, without parameters; null when the header is missing. */
  readonly mediaType: string | null;
  /** undefined when the body isn't JSON. */
  readonly json: unknown;
  readonly bodyBytes: number;
}

export interface OpenApiDocument {
  readonly sha256: string;
  /** What is wrong with the answer, or null. Answers to paths outside the document are not judged. */
  findFault(exchange: Exchange): string | null;
}

/** @throws when the file is missing or is no OpenAPI 3.1 document */
export function loadOpenApiDocument(path: string): OpenApiDocument {
  const text = readFileSync(path, 'utf8');
  const source: unknown = JSON.parse(text);
  const document = Document.parse(source);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'openapi.json');
  const compiled = new Map<string, ValidateFunction>();

  function explain(pointer: string, json: unknown): string | null {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi.json#${pointer}` });
    compiled.set(pointer, validate);
    if (validate(json)) return null;
    return (validate.errors ?? []).map((error) => `${error.instancePath || 'body'} ${error.message ?? ''}`).join('; ');
  }

  return {
    sha256: createHash('sha256').update(text).digest('hex'),
    findFault(exchange) {
      if (exchange.status >= 400) {
        return explain(pointerTo('components', 'schemas', 'Problem'), exchange.json);
      }
      const template = findTemplate(Object.keys(document.paths), exchange.path);
      const method = exchange.method.toLowerCase();
      if (template === undefined) return null;
      const operation = Operation.safeParse(document.paths[template]?.[method]);
      if (!operation.success) return `openapi.json has no ${exchange.method} ${template}`;
      const response = Response.safeParse(operation.data.responses[exchange.status]);
      if (!response.success) return `openapi.json does not list ${exchange.status} for ${exchange.method} ${template}`;
      const content = response.data.content;
      if (content === undefined || method === 'head') {
        return exchange.bodyBytes === 0 ? null : `a body of ${exchange.bodyBytes} bytes where openapi.json has none`;
      }
      const [mediaType] = Object.keys(content).filter((name) => name === exchange.mediaType);
      if (mediaType === undefined) {
        return `Content-Type is ${exchange.mediaType ?? 'missing'}, openapi.json says ${Object.keys(content).join(' or ')}`;
      }
      if (!mediaType.endsWith('json') || content[mediaType]?.schema === undefined) return null;
      const status = String(exchange.status);
      return explain(
        pointerTo('paths', template, method, 'responses', status, 'content', mediaType, 'schema'),
        exchange.json,
      );
    },
  };
}

/** The most literal template wins: /v1/services/list before /v1/services/{id}. */
function findTemplate(templates: readonly string[], path: string): string | undefined {
  return templates
    .filter((template) =>
      new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
    )
    .toSorted((a, b) => a.split('{').length - b.split('{').length)[0];
}

function pointerTo(...parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');
}
