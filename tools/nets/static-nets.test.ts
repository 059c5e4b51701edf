import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrokenCopy, catcher, makeCopy } from './broken-copy.ts';

/** Each check is broken once on purpose; it has to fail, and to say why. */
let copy: BrokenCopy;
beforeAll(() => {
  copy = makeCopy();
});
afterAll(() => copy.remove());
const expectCaught = catcher(() => copy);

const oxlint = ['node', 'node_modules/oxlint/bin/oxlint', '--format=unix'];
const words = ['node', 'tools/checks/words.ts'];
const lockfile = ['node', 'tools/checks/lockfile.ts'];
const knip = ['node', 'node_modules/knip/bin/knip.js', '--no-progress'];

describe('format', () => {
  test('a badly formatted file is refused', async () => {
    await expectCaught(
      ['node', 'node_modules/@biomejs/biome/bin/biome', 'format', 'src/lib/zz-broken.ts'],
      { 'src/lib/zz-broken.ts': 'export const   broken = "x"\n' },
      [/zz-broken\.ts format/],
    );
  });
});

describe('lint', () => {
  test('a rule that reads the clock, rolls dice, waits or writes to the console is refused', async () => {
    await expectCaught(
      [...oxlint, 'src/domain/zz-broken.ts'],
      {
        'src/domain/zz-broken.ts': `export const a = Date.now();
export const b = new Date();
export const c = Math.random();
export const d = crypto.randomUUID();
export const e = (f: () => void): unknown => setTimeout(f, 1);
export const g = (): void => console.log('x');
`,
      },
      [
        /:1:.*the time is an argument.*no-ambient-time/,
        /:2:.*no-ambient-time/,
        /:3:.*chance and new ids are arguments.*no-ambient-chance/,
        /:4:.*no-ambient-chance/,
        /:5:.*no-restricted-globals/,
        /:6:.*no-console/,
      ],
    );
  });

  test('the deciding half of the engine has no clock of its own either', async () => {
    await expectCaught(
      [...oxlint, 'src/sync/decide.ts'],
      { 'src/sync/decide.ts': (text) => `${text}\nexport const zz = Date.now();\n` },
      [/no-ambient-time/],
    );
  });

  test('text that becomes markup or code is refused', async () => {
    await expectCaught(
      [...oxlint, 'src/ui/zz-broken.tsx'],
      {
        'src/ui/zz-broken.tsx': `export const A = ({ t }: { t: string }) => <p dangerouslySetInnerHTML={{ __html: t }} />;
export const b = (e: Element, t: string): void => { e.innerHTML = t; };
export const c = (e: Element, t: string): void => e.insertAdjacentHTML('afterend', t);
export const d = (t: string): void => document.write(t);
export const f = (t: string): unknown => eval(t);
export const g = (t: string): unknown => new Function(t);
`,
      },
      [
        /:1:.*no-html-sink/,
        /:2:.*no-html-sink/,
        /:3:.*no-html-sink/,
        /:4:.*no-html-sink/,
        /:5:.*no-eval/,
        /:6:.*no-new-func/,
      ],
    );
  });

  test('a lost promise, a forgotten case, an any and a default export are refused, by type', async () => {
    await expectCaught(
      [...oxlint, 'src/lib/zz-broken.ts'],
      {
        'src/lib/zz-broken.ts': `const later = async (): Promise<number> => 1;
export const a = (): void => { later(); };
export const b = (x: 'p' | 'q'): number => { switch (x) { case 'p': return 1; } return 0; };
export const c = (x: any): unknown => x;
export const d = (): void => { [1].forEach(async () => { await later(); }); };
export default later;
`,
      },
      [
        /:2:.*no-floating-promises/,
        /:3:.*switch-exhaustiveness-check/,
        /:4:.*no-explicit-any/,
        /:5:.*no-misused-promises/,
        /:6:.*no-default-export/,
      ],
    );
  });

  test('a screen that fetches, a file of 301 lines and a rule switched off in a comment are refused', async () => {
    await expectCaught(
      [...oxlint, 'src/features/zz/zz-broken.ts'],
      {
        'src/features/zz/zz-broken.ts': `export const a = (): unknown => fetch('/v1/x');
// oxlint-disable-next-line no-console
${'export {};\n'.repeat(300)}`,
      },
      [/Only src\/api speaks to the network/, /max-lines/, /no-lint-comment/],
    );
  });

  test('a test that is skipped, focused, or sleeps is refused', async () => {
    await expectCaught(
      [...oxlint, 'src/lib/zz-broken.test.ts'],
      {
        'src/lib/zz-broken.test.ts': `import { expect, test } from 'vitest';
test.skip('a', () => { expect(1).toBe(1); });
test.only('b', async () => { await new Promise((r) => setTimeout(r, 5)); expect(1).toBe(1); });
`,
      },
      [/no-disabled-tests/, /no-focused-tests/, /A sleep is a guess/],
    );
  });
});

describe('knip', () => {
  test('a dead file, a dead export, an unused and an unlisted package are reported', async () => {
    await expectCaught(
      knip,
      {
        'src/lib/zz-dead.ts': 'export const dead = 1;\n',
        'src/lib/assert-never.ts': (text) => `${text}\nexport const zzUnused = 1;\n`,
        'package.json': (text) => text.replace('"dependencies": {', '"dependencies": {\n    "is-number": "7.0.0",'),
        'tools/zz-broken.ts': "import 'zz-unlisted-package';\n",
      },
      [/zz-dead\.ts/, /zzUnused/, /is-number/, /zz-unlisted-package/],
    );
  });
});

describe('openapi', () => {
  test('a document that is not what the contract says is refused', async () => {
    await expectCaught(
      ['node', 'tools/openapi.ts', '--check'],
      { 'openapi.json': (text) => text.replace('"openapi": "3.1', '"openapi":  "3.1') },
      [/openapi\.json is not what src\/contract says/],
    );
  });
});

describe('lockfile', () => {
  test('an address, an install script, a loose version and a script that may run are refused (F98)', async () => {
    await expectCaught(
      lockfile,
      {
        'package-lock.json': (text) =>
          text.replace(
            '"node_modules/acorn": {',
            '"node_modules/acorn": {\n      "resolved": "https://example.test/a.tgz",\n      "hasInstallScript": true,',
          ),
        'package.json': (text) => text.replace('"dexie": "', '"dexie": "^'),
        '.npmrc': (text) => text.replace('ignore-scripts=true', 'ignore-scripts=false'),
      },
      [
        /acorn names the address/,
        /acorn wants to run a script/,
        /dexie "\^.*not one exact version/,
        /ignore-scripts=true is missing/,
      ],
    );
  });
});

describe('faults', () => {
  test('a number that no test names any more, one that is not in the list and a title that was changed are found', async () => {
    await expectCaught(
      ['node', 'tools/faults.ts', '--check'],
      {
        'tools/nets/static-nets.test.ts': (text) => text.replace(` (${'F'}98)`, ''),
        'src/lib/zz-broken.test.ts': `it('says what nobody has asked (${'F'}101)', () => {});\n`,
        'src/domain/statistics/csv.test.ts': (text) => text.replace('runs nothing', 'starts nothing'),
      },
      [/F98: no test names it/, /F101: a title names a number that there is not/, /is not what the tests say/],
    );
  });
});

describe('numbers', () => {
  test('a number that two migrations or two decisions have, and one that a dialect lacks, are refused', async () => {
    await expectCaught(
      ['node', 'tools/checks/numbers.ts'],
      {
        'server/stores/migrations/0002-zz-broken.sqlite.sql': 'SELECT 1;\n',
        'server/stores/migrations/0099-zz-broken.postgres.sql': 'SELECT 1;\n',
        'server/stores/migrations/zz-broken.sql': 'SELECT 1;\n',
        'docs/decisions/0001-zz-broken.md': '# 0001\n',
        'docs/decisions/zz-broken.md': '# none\n',
      },
      [
        /migrations: one number for 0002-offices\.sqlite\.sql and 0002-zz-broken\.sqlite\.sql/,
        /migrations: postgres has no migration 0098/,
        /migrations\/zz-broken\.sql: a migration is called/,
        /decisions: one number for 0001-node-24-as-optional-packages\.md and 0001-zz-broken\.md/,
        /decisions\/zz-broken\.md: a record is called/,
      ],
    );
  });
});

describe('catalogue', () => {
  test('a condition on a question that is not there, and a file under a strange name, are refused', async () => {
    await expectCaught(
      ['node', 'tools/catalogue.ts', 'check'],
      {
        'server/catalogue/sku.json': (text) => text.replace('"var": "punya_nib"', '"var": "punya_nip"'),
        'server/catalogue/kia.json': (text) => text.replace('"id": "kia"', '"id": "kartu-anak"'),
      },
      [
        /sku\.json \/steps\/1\/fields\/4\/visibleWhen: "punya_nip" is not a question/,
        /kia\.json \/id: "kartu-anak" belongs into kartu-anak\.json/,
        /catalogue: 2 mistakes/,
      ],
    );
  });

  test('one that is heavier than its budget is refused', async () => {
    await expectCaught(
      ['node', 'tools/catalogue.ts', 'check'],
      { 'budget.json': (text) => text.replace(/(?<="catalogue": \{\s*"gzipKb": )150/, '50') },
      [/services valid, \d+\.\d kB on the wire: over the 50\.0 kB/],
    );
  });
});

describe('words', () => {
  test('what must not be in the repository is found', async () => {
    await expectCaught(
      words,
      {
        'src/lib/utils.ts': 'export {};\n',
        'docs/zz-broken.md': [
          'see https://registry.example.com/x',
          'in /home/someone/project',
          'or /tmp/log',
          'NIK 3603011203900001',
          `-----BEGIN ${'PRIVATE'} KEY-----`,
        ].join('\n'),
        'src/lib/zz-broken.test.ts': "/* eslint-disable */\nit.skip('x', () => {});\n",
      },
      [
        /src\/lib\/utils\.ts: A file is named after/,
        /zz-broken\.md:1: .*registry has no address/,
        /zz-broken\.md:2: .*one machine/,
        /zz-broken\.md:3: .*tmpdir/,
        /zz-broken\.md:4: .*real NIK/,
        /zz-broken\.md:5: a private key/,
        /zz-broken\.test\.ts:1: .*never switched off/,
        /zz-broken\.test\.ts:2: .*does not run proves nothing/,
      ],
    );
  });
});

describe('tests', () => {
  test('an unexpected console.error fails the test that caused it', async () => {
    await expectCaught(
      ['node', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'src/lib/zz-broken.test.ts'],
      {
        'src/lib/zz-broken.test.ts':
          "import { expect, test } from 'vitest';\ntest('quiet', () => { console.error('zz'); expect(1).toBe(1); });\n",
      },
      [/an unexpected console\.error/, /1 failed/],
    );
  });

  test('what a file of tests leaves behind for the next one fails it', async () => {
    await expectCaught(
      ['node', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'src/lib/zz-'],
      {
        'src/lib/zz-clock.test.ts':
          "import { expect, test, vi } from 'vitest';\ntest('clock', () => { vi.useFakeTimers(); expect(1).toBe(1); });\n",
        'src/lib/zz-environment.test.ts':
          "import { expect, test } from 'vitest';\ntest('env', () => { process.env['ZZ'] = '1'; expect(1).toBe(1); });\n",
      },
      [/leave a clock behind that is none/, /leave another environment behind/],
    );
  });

  test('a Node that is too old is told what to do, in both languages', async () => {
    const pretend = "data:text/javascript,Object.defineProperty(process,'version',{value:'v20.20.2'})";
    const { code, output } = await copy.run({}, ['node', '--import', pretend, 'tools/guard-node.mjs']);
    expect(code).toBe(1);
    expect(output).toMatch(/Proyek ini berjalan dengan Node\.js 24[\s\S]*This project runs on Node\.js 24/);
  });
});
