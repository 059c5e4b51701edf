/** `npm run catalogue -- …`: what is wrong with a folder of services or one file, how a form reads, and a form from a spreadsheet. */
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { checkCatalogue, checkService, type Mistake } from './catalogue/check-catalogue.ts';
import { importFile, importUsage } from './catalogue/import-file.ts';
import { outlineOf } from './catalogue/outline.ts';
import { weighCatalogue } from './catalogue/weigh-catalogue.ts';
import { root } from './node24.mjs';

const usage = `
  npm run catalogue -- check [folder or file]   every mistake by file and place, and the weight (default: server/catalogue)
  npm run catalogue -- preview <file>           the form as an outline: papers, steps, questions, conditions
${importUsage}`;

const [command = 'help', path] = process.argv.slice(2);
run();

function run(): void {
  if (command === 'check') return check(resolve(path ?? `${root}/server/catalogue`));
  if (command === 'preview' && path !== undefined) return preview(resolve(path));
  if (command === 'import' && path !== undefined) {
    if (!importFile(path, process.argv.slice(4))) process.exitCode = 1;
    return;
  }
  console.log(usage);
  if (command !== 'help') process.exitCode = 1;
}

function check(target: string): void {
  const { services, mistakes } = checkCatalogue(target);
  if (mistakes.length > 0) return refuse(mistakes);
  const valid = `catalogue: ${services.length} ${services.length === 1 ? 'service' : 'services'} valid`;
  // One service alone is no catalogue.
  if (!statSync(target).isDirectory()) return console.log(valid);
  const { bytes, budgetBytes } = weighCatalogue(services);
  const kb = (amount: number): string => (amount / 1000).toFixed(1);
  const said = `${valid}, ${kb(bytes)} kB on the wire`;
  if (bytes <= budgetBytes) return console.log(said);
  console.error(`${said}: over the ${kb(budgetBytes)} kB that a phone may pay for it (budget.json). Say it shorter.`);
  process.exitCode = 1;
}

function preview(file: string): void {
  const { services, mistakes } = checkService(file);
  for (const definition of services) console.log(outlineOf(definition));
  if (mistakes.length > 0) refuse(mistakes);
}

function refuse(mistakes: readonly Mistake[]): void {
  for (const { file, pointer, message } of mistakes) {
    console.error(`${relative(process.cwd(), file)}${pointer === '' ? '' : ` ${pointer}`}: ${message}`);
  }
  console.error(`catalogue: ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`);
  process.exitCode = 1;
}
