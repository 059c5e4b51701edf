import { accessSync, constants, existsSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Count, StepContext } from './step.ts';
import { asCount } from './step.ts';

/** What the full test needs besides npm packages: where it is when it is there, and Debian's name for it. */
const needs: readonly {
  readonly what: string;
  readonly anyOf: readonly string[];
  readonly debian: readonly string[];
}[] = [
  { what: 'Chromium', anyOf: ['chromium', 'chromium-browser', 'google-chrome'], debian: ['chromium'] },
  { what: 'Firefox ESR', anyOf: ['firefox-esr', 'firefox'], debian: ['firefox-esr'] },
  { what: 'the WebKitGTK driver', anyOf: ['WebKitWebDriver'], debian: ['webkit2gtk-driver'] },
  {
    what: 'a WebKitGTK browser',
    anyOf: ['/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/libexec/webkit2gtk-4.*/MiniBrowser'],
    debian: ['libwebkit2gtk-4.1-0'],
  },
  { what: 'a virtual screen', anyOf: ['Xvfb'], debian: ['xvfb', 'xauth'] },
  { what: 'PostgreSQL', anyOf: ['/usr/lib/postgresql/*/bin/postgres', 'postgres'], debian: ['postgresql'] },
  { what: 'ClamAV', anyOf: ['/usr/sbin/clamd'], debian: ['clamav-daemon'] },
  {
    what: 'an S3-compatible store (OpenStack Swift)',
    anyOf: ['/usr/bin/swift-proxy-server'],
    debian: ['swift-proxy', 'swift-account', 'swift-container', 'swift-object'],
  },
];

/** Debian's packages ask it whether they may start what they bring: https://manpages.debian.org/invoke-rc.d */
const startPolicy = '/usr/sbin/policy-rc.d';

function isThere(name: string): boolean {
  if (name.startsWith('/')) return globSync(name).length > 0;
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => canRun(join(folder, name)));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const missing = (): typeof needs => needs.filter((need) => !need.anyOf.some(isThere));

/** Brings the browsers and the servers that the full test drives, from Debian when this machine is one. */
export async function prepareMachine(context: StepContext): Promise<Count> {
  const before = missing();
  if (before.length === 0) return asCount(true);
  const packages = before.flatMap((need) => need.debian);
  context.log(`Missing here: ${before.map((need) => need.what).join(', ')}.`);
  if (!isThere('apt-get') || process.getuid?.() !== 0) {
    context.log(`Install them and run again; on Debian and Ubuntu: sudo apt-get install ${packages.join(' ')}`);
    context.log('Without them `npm run check` runs everything that needs none of them.');
    return asCount(false);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await context.command(['apt-get', 'update', '-q'], { env });
  await startingNothing(() =>
    context.command(['apt-get', 'install', '-q', '-y', '--no-install-recommends', ...packages], { env }),
  );
  const after = missing();
  for (const need of after) context.log(`Still missing after the installation: ${need.what}.`);
  return asCount(after.length === 0);
}

/** The tests start their own servers: none runs on beside them, and ClamAV's updater downloads nothing. */
async function startingNothing(install: () => Promise<unknown>): Promise<void> {
  if (existsSync(startPolicy)) {
    await install();
    return;
  }
  writeFileSync(startPolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    rmSync(startPolicy, { force: true });
  }
}
