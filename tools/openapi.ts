/**
 * Writes openapi.json from src/contract/. With --check it writes nothing and exits 1 when the committed file is
 * not what the routes say.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openapiDocument } from '#contract/openapi-document.ts';

const file = new URL('../openapi.json', import.meta.url);
const document = `${JSON.stringify(openapiDocument(), null, 2)}\n`;

if (process.argv.includes('--check')) {
  let committed = '';
  try {
    committed = readFileSync(file, 'utf8');
  } catch {
    console.error('openapi.json is missing. Run: npm run openapi');
  }
  if (committed !== document) {
    console.error('openapi.json is not what src/contract says. Run: npm run openapi, and commit the result.');
    process.exitCode = 1;
  } else {
    console.log('openapi.json follows src/contract.');
  }
} else {
  writeFileSync(file, document);
  console.log('openapi.json written.');
}
