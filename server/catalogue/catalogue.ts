import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { answersJsonSchema } from '#domain/form/json-schema.ts';
import { checkDefinition } from '#domain/service/check-definition.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { mostDefinitionBytes } from '#domain/service/outsize-problem.ts';
import { summaryOf } from '#domain/service/summary.ts';
import { type Published, publish } from '../http/published.ts';

export interface OfferedService {
  readonly definition: Published;
  /** JSON Schema 2020-12 of the answers. */
  readonly schema: Published;
}

/** The services on offer, as data. */
export interface Catalogue {
  readonly list: Published;
  find(serviceId: string): OfferedService | undefined;
  /**
   * The definition that an application was filled in with. An older version is taken for 180 days after it was
   * replaced, because a phone may have been without signal since.
   */
  findVersion(
    serviceId: string,
    schemaVersion: number,
    nowMs: number,
  ): ServiceDefinition | 'unknown-service' | 'unknown-version';
}

/** A definition file that is no service; its message names the file and the place. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
}

const acceptedAfterReplacementMs = 180 * 24 * 60 * 60 * 1000;

/**
 * Reads `folder`/*.json, one service a file, and `folder`/archive/*.json, older versions as
 * {"replacedAt": "2026-11-24", "definition": {…}}.
 */
export function loadCatalogue(folder: string): Catalogue {
  const current = jsonFiles(folder).map((file) => definitionOf(file, readJson(file)));
  if (current.length === 0) throw new CatalogueError(`${folder}: no service in it (one JSON file each)`);
  const twice = current.find(({ id }, index) => current.findIndex((one) => one.id === id) !== index);
  if (twice !== undefined) throw new CatalogueError(`${folder}: two files are the service "${twice.id}"`);
  const archived = jsonFiles(join(folder, 'archive')).map(archivedOf);
  return catalogueOf(current, archived);
}

export interface ArchivedService {
  readonly definition: ServiceDefinition;
  readonly replacedAtMs: number;
}

export function catalogueOf(current: readonly ServiceDefinition[], archived: readonly ArchivedService[]): Catalogue {
  const offered = new Map(
    current.map((definition) => [
      definition.id,
      {
        definition: publish(JSON.stringify(definition)),
        schema: publish(JSON.stringify(answersJsonSchema(definition))),
      },
    ]),
  );
  return {
    list: publish(JSON.stringify({ items: current.map(summaryOf) })),
    find: (serviceId) => offered.get(serviceId),
    findVersion: (serviceId, schemaVersion, nowMs) => {
      const newest = current.find(({ id }) => id === serviceId);
      if (newest === undefined) return 'unknown-service';
      if (newest.schemaVersion === schemaVersion) return newest;
      const older = archived.find(
        ({ definition, replacedAtMs }) =>
          definition.id === serviceId &&
          definition.schemaVersion === schemaVersion &&
          nowMs < replacedAtMs + acceptedAfterReplacementMs,
      );
      return older?.definition ?? 'unknown-version';
    },
  };
}

function jsonFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw new CatalogueError(`${folder}: not a folder`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readJson(file: string): unknown {
  if (statSync(file).size > mostDefinitionBytes) throw new CatalogueError(`${file}: larger than 1 MB`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CatalogueError(`${file}: not readable as JSON`, { cause: error });
  }
}

function definitionOf(file: string, json: unknown): ServiceDefinition {
  const check = checkDefinition(json);
  if (check.ok) return check.definition;
  const [first] = check.problems;
  const more = check.problems.length > 1 ? ` (and more; \`npm run catalogue -- check\` names all)` : '';
  throw new CatalogueError(`${file}: ${first?.pointer ?? ''} ${first?.message ?? ''}${more}`);
}

function archivedOf(file: string): ArchivedService {
  const json = readJson(file);
  if (typeof json !== 'object' || json === null || !('replacedAt' in json) || !('definition' in json)) {
    throw new CatalogueError(`${file}: an archived service has "replacedAt" and "definition"`);
  }
  const replacedAtMs = Date.parse(String(json.replacedAt));
  if (Number.isNaN(replacedAtMs)) throw new CatalogueError(`${file}: "replacedAt" is no date`);
  return { definition: definitionOf(file, json.definition), replacedAtMs };
}
