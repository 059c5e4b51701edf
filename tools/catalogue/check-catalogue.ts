/** Everything that is wrong with a folder of services, or with one file: by file and JSON Pointer. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { checkDefinition } from '#domain/service/check-definition.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { mostDefinitionBytes } from '#domain/service/outsize-problem.ts';

export interface Mistake {
  readonly file: string;
  /** JSON Pointer (RFC 6901) into the file; empty for the file as a whole. */
  readonly pointer: string;
  readonly message: string;
}

export interface CatalogueCheck {
  readonly services: readonly ServiceDefinition[];
  readonly mistakes: readonly Mistake[];
}

export function checkCatalogue(path: string): CatalogueCheck {
  if (!existsSync(path)) return { services: [], mistakes: [{ file: path, pointer: '', message: 'is not there' }] };
  if (!statSync(path).isDirectory()) return summed([checkService(path)]);
  const files = jsonFiles(path);
  if (files.length === 0) {
    return {
      services: [],
      mistakes: [{ file: path, pointer: '', message: 'has no service in it (one JSON file each)' }],
    };
  }
  const current = summed(files.map(checkService));
  const archived = jsonFiles(join(path, 'archive')).flatMap((file) => archiveMistakes(file, current.services));
  return { services: current.services, mistakes: [...current.mistakes, ...archived] };
}

/** What is wrong, or the definition. Reads one current service. */
export function checkService(file: string): CatalogueCheck {
  const json = readJson(file);
  if (typeof json === 'string') return { services: [], mistakes: [{ file, pointer: '', message: json }] };
  const check = checkDefinition(json.value);
  if (!check.ok) return { services: [], mistakes: check.problems.map((problem) => ({ file, ...problem })) };
  const { definition } = check;
  const named = `${definition.id}.json` === basename(file);
  return {
    services: [definition],
    mistakes: named ? [] : [{ file, pointer: '/id', message: `"${definition.id}" belongs into ${definition.id}.json` }],
  };
}

function archiveMistakes(file: string, current: readonly ServiceDefinition[]): readonly Mistake[] {
  const say = (pointer: string, message: string): Mistake => ({ file, pointer, message });
  const json = readJson(file);
  if (typeof json === 'string') return [say('', json)];
  const { value } = json;
  if (typeof value !== 'object' || value === null || !('replacedAt' in value) || !('definition' in value)) {
    return [say('', 'must be {"replacedAt": "2026-11-24", "definition": {…}}')];
  }
  const { replacedAt, definition } = value;
  const check = checkDefinition(definition);
  const newest = check.ok ? current.find(({ id }) => id === check.definition.id) : undefined;
  return [
    ...(typeof replacedAt === 'string' && isIsoDate(replacedAt)
      ? []
      : [say('/replacedAt', 'is no day of the calendar')]),
    ...(check.ok ? [] : check.problems.map(({ pointer, message }) => say(`/definition${pointer}`, message))),
    ...(check.ok && newest !== undefined && newest.schemaVersion <= check.definition.schemaVersion
      ? [say('/definition/schemaVersion', `is not older than version ${newest.schemaVersion} that is on offer`)]
      : []),
  ];
}

function summed(checks: readonly CatalogueCheck[]): CatalogueCheck {
  return {
    services: checks.flatMap(({ services }) => services),
    mistakes: checks.flatMap(({ mistakes }) => mistakes),
  };
}

function jsonFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readJson(file: string): { readonly value: unknown } | string {
  try {
    if (statSync(file).size > mostDefinitionBytes) return 'is larger than 1 MB: no service is';
    return { value: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    return `is not readable as JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}
