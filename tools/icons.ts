/** Draws the app's icons from public/favicon.svg with the browser that the tests use. `node tools/icons.ts` */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { getBinary } from '#tests/e2e/harness/find-binary.ts';
import { root } from './node24.mjs';

const folder = join(root, 'public/icons');
const drawing = readFileSync(join(root, 'public/favicon.svg'), 'utf8');
/** Launchers cut a maskable icon to any shape: the picture stays within the middle 80 %. */
const icons = [
  { name: 'icon-192.png', size: 192, background: 'transparent', scale: 1 },
  { name: 'icon-512.png', size: 512, background: 'transparent', scale: 1 },
  { name: 'maskable-192.png', size: 192, background: '#0b6354', scale: 0.86 },
  { name: 'maskable-512.png', size: 512, background: '#0b6354', scale: 0.86 },
  { name: 'apple-touch-icon.png', size: 180, background: '#0b6354', scale: 0.9 },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: getBinary('CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome']),
  chromiumSandbox: false,
});
for (const { name, size, background, scale } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = Math.round(size * scale);
  await page.setContent(
    `<style>body{margin:0;background:${background};display:grid;place-items:center;height:100vh}svg{width:${side}px;height:${side}px}</style>${drawing}`,
  );
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
