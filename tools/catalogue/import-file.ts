/** `npm run catalogue -- import FILE.xlsx`: an XLSForm as a definition file, and what it could not say. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { importXlsform } from './xlsform/import-xlsform.ts';
import { serviceIdOf } from './xlsform/names.ts';
import { mostFileBytes } from './xlsform/read-workbook.ts';
import { placeInWords, type Remark } from './xlsform/remark.ts';
import { missingFacts, type ServiceFacts } from './xlsform/service-facts.ts';

export const importUsage = `  npm run catalogue -- import <file.xlsx>       a form from a spreadsheet (XLSForm of ODK and Kobo)
      --to <folder>      where <id>.json is written (default: beside the spreadsheet)
      --lenient          write it also when conditions or questions had to be left out
      --force            write over a file that is there
      --id --category --unit --level --working-days --fee --product --legal-basis --visit
                         what a spreadsheet of questions does not know
`;

const options = {
  to: { type: 'string' },
  lenient: { type: 'boolean' },
  force: { type: 'boolean' },
  id: { type: 'string' },
  category: { type: 'string' },
  unit: { type: 'string' },
  level: { type: 'string' },
  'working-days': { type: 'string' },
  fee: { type: 'string' },
  product: { type: 'string' },
  'legal-basis': { type: 'string' },
  visit: { type: 'string' },
} as const;

/** Says everything on the console. False when nothing was written. */
export function importFile(path: string, words: readonly string[]): boolean {
  const file = resolve(path);
  const name = relative(process.cwd(), file);
  const given = read(words);
  if ('problem' in given) return refuse(given.problem);
  const unreadable = fileProblem(file);
  if (unreadable !== null) return refuse(`${name} ${unreadable}`);
  const fallbackId = serviceIdOf(basename(file, extname(file))) || 'layanan';
  const imported = importXlsform(readFileSync(file), given.facts, fallbackId);
  if ('problem' in imported) return refuse(`${name} ${imported.problem}`);
  return write(imported.definition, imported.remarks, dirname(file), given);
}

interface Given {
  readonly facts: ServiceFacts;
  readonly to: string | undefined;
  readonly lenient: boolean;
  readonly force: boolean;
}

function read(words: readonly string[]): Given | { readonly problem: string } {
  try {
    const { values } = parseArgs({ args: [...words], options });
    const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
    const facts: ServiceFacts = {
      id: values.id,
      category: values.category,
      unit: values.unit,
      level: values.level,
      workingDays: number(values['working-days']),
      feeIdr: number(values.fee),
      product: values.product,
      legalBasis: values['legal-basis'],
      visit: values.visit,
    };
    return { facts, to: values.to, lenient: values.lenient === true, force: values.force === true };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function fileProblem(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return 'is not there';
  if (!found.isFile()) return 'is no file';
  return found.size > mostFileBytes ? 'is larger than 5 MB: no form is' : null;
}

function write(
  definition: ServiceDefinition | null,
  remarks: readonly Remark[],
  folder: string,
  { facts, to, lenient, force }: Given,
): boolean {
  for (const { weight, place, message } of remarks) {
    if (weight === 'note') console.log(`${placeInWords(place)}: ${message}`);
    else console.error(`${placeInWords(place)}: ${message}${weight === 'lost' && lenient ? ' (left out)' : ''}`);
  }
  const lost = remarks.filter(({ weight }) => weight === 'lost').length;
  const broken = remarks.filter(({ weight }) => weight === 'broken').length;
  if (definition === null) return refuse(`${counted(broken + (lenient ? 0 : lost), 'mistake')}, nothing written`);
  if (lost > 0 && !lenient) {
    return refuse(`${counted(lost, 'mistake')}, nothing written; --lenient leaves out what is named here`);
  }
  const target = join(resolve(to ?? folder), `${definition.id}.json`);
  const shown = relative(process.cwd(), target);
  if (existsSync(target) && !force) return refuse(`${shown} is there already; --force writes over it`);
  if (!existsSync(dirname(target))) return refuse(`${relative(process.cwd(), dirname(target))} is no folder`);
  writeFileSync(target, `${JSON.stringify(definition, null, 2)}\n`);
  const missing = missingFacts(facts);
  if (missing.length > 0)
    console.log(`CONTOH: sample values stand for ${missing.join(' ')}; put them right in the file.`);
  console.log(
    `catalogue: ${shown} written${lost > 0 ? `, ${counted(lost, 'thing')} left out` : ''}; now preview and check it`,
  );
  return true;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function refuse(message: string): false {
  console.error(`catalogue: ${message}`);
  return false;
}
