/**
 * `npm run doctor -- --tls`: every connection that the settings name, and whether it is encrypted by TLS 1.2 or later with a
 * certificate that holds; what is reachable is tried. `--ca FILE` trusts the certificates of an office's own as well.
 * Fails when one is bad; what is not reached is said and fails nothing.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { linksOf } from './doctor/links.ts';
import { probe } from './doctor/probe.ts';

const { values } = parseArgs({ options: { tls: { type: 'boolean' }, ca: { type: 'string' } } });

if (values.tls === true) process.exitCode = await lookAtLinks();
else {
  console.error('What to look at: --tls');
  process.exitCode = 2;
}

async function lookAtLinks(): Promise<number> {
  const ca = values.ca === undefined ? undefined : readFileSync(values.ca, 'utf8');
  const read = (name: string) => {
    const value = process.env[name]?.trim() ?? '';
    return value === '' ? undefined : value;
  };
  let isBad = false;
  let notReached = 0;
  for (const found of linksOf(read)) {
    const { name, state, words } = 'state' in found ? found : await probe(found, ca);
    isBad ||= state === 'bad';
    if (state === 'not reached') notReached += 1;
    console.log(`${state.padEnd(11)} ${name}: ${words}`);
  }
  console.log(`tls: ${isBad ? 'something' : 'nothing'} is bad, ${notReached} not reached`);
  return isBad ? 1 : 0;
}
