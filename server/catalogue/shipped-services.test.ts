import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDefinition } from '#domain/service/check-definition.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function read(name: string): ServiceDefinition {
  const check = checkDefinition(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  if (!check.ok) throw new Error(`${name}: ${JSON.stringify(check.problems)}`);
  return check.definition;
}

function withoutEnglish(value: unknown, pointer = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const bare = 'id' in value && Object.keys(value).every((key) => /^[a-z]{2,3}$/.test(key)) && !('en' in value);
  return [
    ...(bare ? [pointer] : []),
    ...Object.entries(value).flatMap(([key, inner]) => withoutEnglish(inner, `${pointer}/${key}`)),
  ];
}

test('the office offers at least a deed, a village letter and complaints', () => {
  expect(files).toEqual(expect.arrayContaining(['akta-kelahiran.json', 'pengaduan.json', 'sku.json']));
});

test.each(files)('%s keeps the format, and its name is its id', (name) => {
  expect(`${read(name).id}.json`).toBe(name);
});

test.each(files)('%s is there in English too', (name) => {
  expect(withoutEnglish(read(name))).toEqual([]);
});

test.each(files)('%s asks one idea a screen: at most five questions', (name) => {
  for (const step of read(name).steps) expect(step.fields.length).toBeLessThanOrEqual(5);
});

test.each(files)('%s says that its figures are planning values', (name) => {
  const { sampleData, standard } = read(name);
  expect(sampleData).toBe(true);
  expect(standard.workingDaysNote?.id).toEqual(expect.any(String));
});

test.each(files)('%s speaks to a person: no Submit, Upload or Error', (name) => {
  expect(JSON.stringify(read(name))).not.toMatch(/submit|upload|error/i);
});

test('the example in the guide is a service', () => {
  const guide = readFileSync(new URL('../../docs/service-definition.md', folder), 'utf8');
  const example = guide.split('```json').at(-1)?.split('```')[0] ?? '';
  expect(checkDefinition(JSON.parse(example))).toMatchObject({ ok: true });
});
