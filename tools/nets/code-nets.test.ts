import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrokenCopy, catcher, makeCopy } from './broken-copy.ts';

/** Each check is broken once on purpose; it has to fail, and to say why. */
let copy: BrokenCopy;
beforeAll(() => {
  copy = makeCopy();
});
afterAll(() => copy.remove());
const expectCaught = catcher(() => copy);

const tsc = (tier: string): string[] => ['node', 'node_modules/typescript7/bin/tsc', '-p', `tsconfig.${tier}.json`];
const imports = ['node', 'tools/checks/imports.ts'];

describe('types', () => {
  test.each<[tier: string, breaks: readonly (readonly [path: string, text: string, reason: RegExp])[]]>([
    [
      'core',
      [
        ['src/domain/zz-broken.ts', 'export const x = window.name;\n', /Cannot find name 'window'/],
        ['src/lib/zz-broken.ts', 'export const x = () => fetch("/");\n', /Cannot find name 'fetch'/],
        ['src/lib/zz-enum.ts', 'export enum Colour { red }\n', /erasableSyntaxOnly/],
      ],
    ],
    ['worker', [['src/sync/zz-broken.ts', 'export const x = document.title;\n', /Cannot find name 'document'/]]],
    [
      'page',
      [['src/ui/zz-broken.ts', 'import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n', /node:fs/]],
    ],
    [
      'node',
      [
        ['server/zz-broken.ts', 'export const x: number = "one";\n', /not assignable to type 'number'/],
        ['src/lib/zz-broken.test.ts', 'export const x: number = [1][0];\n', /number . undefined/],
      ],
    ],
  ])('tier %s refuses what does not belong there', async (tier, breaks) => {
    await expectCaught(
      tsc(tier),
      Object.fromEntries(breaks.map(([path, text]) => [path, text])),
      breaks.map(([path, , reason]) => new RegExp(`${path.replaceAll('.', '\\.')}.*${reason.source}`)),
    );
  });
});

describe('imports', () => {
  test('every folder keeps to its allow-list', async () => {
    await expectCaught(
      imports,
      {
        'src/domain/zz-broken.ts': "import { Dexie } from 'dexie';\nexport const x = Dexie;\n",
        'src/lib/zz-broken.ts': "import { x } from '#domain/zz-broken.ts';\nexport const y = x;\n",
        'src/sync/zz-broken.ts': "import { x } from '#storage/zz-broken.ts';\nexport const y = x;\n",
        'src/storage/zz-broken.ts': "import { y } from '#api/zz-broken.ts';\nexport const x = y;\n",
        'src/api/zz-broken.ts': "import { Problem } from '#contract/schemas.ts';\nexport const y = Problem;\n",
        'src/features/zz/one.ts': "import { x } from '#features/yy/two.ts';\nexport const y = x;\n",
        'src/features/yy/two.ts': "import { createRequire } from 'node:module';\nexport const x = createRequire;\n",
        'src/ui/zz-broken.ts': "import { x } from '#i18n/zz-broken.ts';\nexport const y = x;\n",
        'src/i18n/zz-broken.ts': "import { y } from '#services/zz-broken.ts';\nexport const x = y;\n",
        'src/services/zz-broken.ts': "import { x } from '../../server/zz-broken.ts';\nexport const y = x;\n",
        'server/zz-broken.ts': "import { y } from '#ui/zz-broken.ts';\nexport const x = y;\n",
        'src/sw/zz-broken.ts': "import { useState } from 'react';\nexport const x = useState;\n",
        'src/media/zz-broken.ts': "import './zz-gone.ts';\nimport '#tests/zz-broken.ts';\n",
        'tests/zz-broken.ts': 'export {};\n',
      },
      [
        /src\/domain\/zz-broken\.ts imports \S*dexie\S* \(layer-domain\)\s+domain\/ holds the rules/,
        /src\/domain\/zz-broken\.ts imports \S*dexie\S* \(database-in-storage-only\)/,
        /src\/lib\/zz-broken\.ts imports src\/domain\/zz-broken\.ts \(layer-lib\)/,
        /src\/sync\/zz-broken\.ts imports src\/storage\/zz-broken\.ts \(layer-sync\)/,
        /src\/storage\/zz-broken\.ts imports src\/api\/zz-broken\.ts \(layer-storage\)/,
        /src\/api\/zz-broken\.ts imports src\/contract\/schemas\.ts \(types-only-api\)/,
        /src\/features\/zz\/one\.ts imports src\/features\/yy\/two\.ts \(features-apart\)/,
        /src\/features\/yy\/two\.ts imports \S*module \(layer-features\)/,
        /src\/ui\/zz-broken\.ts imports src\/i18n\/zz-broken\.ts \(layer-ui\)/,
        /src\/i18n\/zz-broken\.ts imports src\/services\/zz-broken\.ts \(layer-i18n\)/,
        /src\/services\/zz-broken\.ts imports server\/zz-broken\.ts \(src-knows-no-server\)/,
        /server\/zz-broken\.ts imports src\/ui\/zz-broken\.ts \(server-shares-only-rules\)/,
        /src\/sw\/zz-broken\.ts imports \S*react\S* \(layer-sw\)/,
        /src\/media\/zz-broken\.ts imports \S*zz-gone\.ts \(resolves\)/,
        /src\/media\/zz-broken\.ts imports tests\/zz-broken\.ts \(product-imports-no-tests\)/,
        /\(no-cycle\)/,
      ],
    );
  });

  test('every folder of the server keeps to its allow-list', async () => {
    const importing = (...paths: readonly string[]) =>
      paths.map((path, index) => `import * as x${index} from '${path}';\nexport { x${index} };\n`).join('');
    await expectCaught(
      imports,
      {
        'server/applications/zz-broken.ts': importing('hono', 'zod', '../stores/sql-row.ts'),
        'server/auth/zz-broken.ts': importing('pg', '../stores/sql-row.ts'),
        'server/catalogue/zz-broken.ts': importing('hono'),
        'server/http/zz-broken.ts': importing('pg', '../stores/sql-row.ts'),
        'server/routes/zz-broken.ts': importing('pg', 'node:sqlite', 'pino', '../stores/sql-row.ts'),
        'server/stores/zz-broken.ts': importing('hono', 'node:http', '../http/problem.ts'),
        'server/uploads/zz-broken.ts': importing('pg', 'node:sqlite', 'hono'),
        'server/testing/zz-broken.ts': importing('hono', '../routes/service-routes.ts'),
        'server/zz-broken.ts': importing('pg', 'pino', './testing/test-file.ts'),
        'server/zz/zz-broken.ts': importing('node:fs'),
      },
      [
        /server\/applications\/zz-broken\.ts imports \S*\/hono\/\S* \(layer-server-applications\)\s+applications\/ judges/,
        /server\/applications\/zz-broken\.ts imports \S*\/zod\/\S* \(types-only-server-applications\)/,
        /server\/applications\/zz-broken\.ts imports server\/stores\/sql-row\.ts \(types-only-server-applications\)/,
        /server\/auth\/zz-broken\.ts imports \S*\/pg\/\S* \(layer-server-auth\)\s+auth\/ says who/,
        /server\/auth\/zz-broken\.ts imports server\/stores\/sql-row\.ts \(types-only-server-auth\)/,
        /server\/catalogue\/zz-broken\.ts imports \S*\/hono\/\S* \(layer-server-catalogue\)\s+catalogue\/ reads/,
        /server\/http\/zz-broken\.ts imports \S*\/pg\/\S* \(layer-server-http\)\s+http\/ is what/,
        /server\/http\/zz-broken\.ts imports server\/stores\/sql-row\.ts \(types-only-server-http\)/,
        /server\/routes\/zz-broken\.ts imports \S*\/pg\/\S* \(layer-server-routes\)\s+routes\/ turn/,
        /server\/routes\/zz-broken\.ts imports \S*sqlite \(layer-server-routes\)/,
        /server\/routes\/zz-broken\.ts imports \S*\/pino\/\S* \(layer-server-routes\)/,
        /server\/routes\/zz-broken\.ts imports server\/stores\/sql-row\.ts \(types-only-server-routes\)/,
        /server\/stores\/zz-broken\.ts imports \S*\/hono\/\S* \(layer-server-stores\)\s+stores\/ alone/,
        /server\/stores\/zz-broken\.ts imports http \(layer-server-stores\)/,
        /server\/stores\/zz-broken\.ts imports server\/http\/problem\.ts \(layer-server-stores\)/,
        /server\/uploads\/zz-broken\.ts imports \S*\/pg\/\S* \(types-only-server-uploads\)\s+uploads\/ keep/,
        /server\/uploads\/zz-broken\.ts imports \S*sqlite \(layer-server-uploads\)/,
        /server\/testing\/zz-broken\.ts imports \S*\/hono\/\S* \(layer-server-testing\)\s+testing\/ has/,
        /server\/testing\/zz-broken\.ts imports server\/routes\/service-routes\.ts \(layer-server-testing\)/,
        /server\/zz-broken\.ts imports \S*\/pino\/\S* \(layer-server-start\)\s+The files of server\/ itself/,
        /server\/zz-broken\.ts imports server\/testing\/test-file\.ts \(layer-server-start\)/,
        /server\/zz\/zz-broken\.ts imports fs \(server-folder-without-a-list\)\s+Every folder of server\//,
      ],
    );
  });

  test('a contract type may come into api, as a type', async () => {
    const { output } = await copy.run(
      {
        'src/api/zz-right.ts':
          "import type { Problem } from '#contract/schemas.ts';\nexport type X = typeof Problem;\n",
      },
      imports,
    );
    expect(output).not.toContain('zz-right');
  });

  test('a picture that no longer shows how an application lives is refused', async () => {
    await expectCaught(
      ['node', 'tools/diagram.ts', '--check'],
      {
        'src/storage/requeued.ts': (text) => text.replace("'needs-person') return entry", "'waiting') return entry"),
      },
      [/not what the code does to an application/],
    );
  });

  test('a picture that no longer shows the imports is refused', async () => {
    await expectCaught(
      ['node', 'tools/diagram.ts', '--check'],
      { 'ARCHITECTURE.md': (text) => text.replace('flowchart TD', 'flowchart TD\n  domain --> storage') },
      [/not what the imports say/],
    );
  });
});
