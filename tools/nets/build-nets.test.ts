import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findInBundle } from '../checks/bundle.ts';
import { type BrokenCopy, catcher, makeCopy } from './broken-copy.ts';

let copy: BrokenCopy;
beforeAll(() => {
  copy = makeCopy();
});
afterAll(() => copy.remove());
const expectCaught = catcher(() => copy);

/** Text that no compression makes smaller. */
function incompressible(bytes: number): string {
  let state = 1;
  let text = '';
  while (text.length < bytes) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text;
}

describe('build', () => {
  test('a first screen over its budget fails the build, with the file that did it', async () => {
    await expectCaught(
      ['node', 'tools/build.ts'],
      { 'src/main.tsx': (text) => `${text}\ndocument.documentElement.dataset['zz'] = '${incompressible(120_000)}';\n` },
      [/firstScreenJs.*OVER BUDGET\s+assets\//, /over budget\.json/],
    );
  });

  test('code that does not compile fails the build', async () => {
    await expectCaught(['node', 'tools/build.ts'], { 'src/main.tsx': "import './zz-gone.ts';\n" }, [/zz-gone/]);
  });
});

describe('bundle', () => {
  const clean = '<!doctype html><script type="module" src="/assets/a.js"></script>';

  function findIn(script: string, html = clean, extra: readonly string[] = []): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'ajukan-bundle-'));
    try {
      mkdirSync(join(folder, 'assets'));
      writeFileSync(join(folder, 'assets/a.js'), script);
      writeFileSync(join(folder, 'index.html'), html);
      for (const name of extra) cpSync(join(folder, 'index.html'), join(folder, name));
      return findInBundle(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const usual = findIn('export{};');

  test.each([
    ['eval(t)', /^eval/],
    ['new Function(t)', /^new Function/],
    ['document.write(t)', /^document\.write/],
    ['e.insertAdjacentHTML(t)', /^insertAdjacentHTML/],
    ['a.innerHTML=t;b.innerHTML=t;c.innerHTML=t;d.innerHTML=t', /^innerHTML: 4/],
    ['window.bench={}', /^Bench code/],
    ['//# sourceMappingURL=a.js.map', /source map/],
  ])('%s in a built script is found', (script, reason) => {
    const found = findIn(script).filter((fault) => !usual.includes(fault));
    expect(found).toEqual([expect.stringMatching(reason)]);
  });

  test('an inline script, style or handler in the page is found', () => {
    for (const html of ['<script>x()</script>', '<style>p{}</style>', '<p style="x">', '<p onclick="x()">']) {
      expect(findIn('export{};', clean + html)).toContainEqual(expect.stringMatching(/^index\.html has an inline/));
    }
  });

  test('a source map beside the scripts is found', () => {
    expect(findIn('export{};', clean, ['assets/a.js.map'])).toContainEqual(expect.stringMatching(/source map/));
  });
});
