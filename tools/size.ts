/** Weighs a built app against budget.json. `node tools/size.ts [folder]` prints the table; a size over budget fails. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { root } from './node24.mjs';

const Line = z.object({
  gzipKb: z.number().positive(),
  what: z.string(),
  /** Names of files (tools/chunks.ts) or sources that belong to this line, with everything that they load at once. */
  entries: z.array(z.string()).optional(),
});
const Budget = z.object({
  firstScreenJs: Line,
  homeJs: Line.required({ entries: true }),
  formAloneJs: Line,
  firstScreenCss: Line,
  formJs: Line.required({ entries: true }),
  pdfJs: Line.required({ entries: true }),
  deskJs: Line.required({ entries: true }),
  largestChunkJs: Line,
  serviceWorker: Line,
  precache: Line,
});
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    isDynamicEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof Manifest>;

interface Weight {
  readonly files: readonly string[];
  readonly rawBytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

interface Row extends Weight {
  readonly name: keyof z.infer<typeof Budget>;
  readonly budgetKb: number;
}

function weigh(folder: string, files: Iterable<string>): Weight {
  const names = [...new Set(files)].toSorted();
  const sum = { files: names, rawBytes: 0, gzipBytes: 0, brotliBytes: 0 };
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    sum.rawBytes += bytes.byteLength;
    sum.gzipBytes += gzipSync(bytes, { level: 9 }).byteLength;
    sum.brotliBytes += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
  }
  return sum;
}

/** What the browser fetches together with a chunk: the chunk and everything that it imports, not what it may load later. */
function closure(manifest: Manifest, keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key]?.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return seen;
}

function filesOf(manifest: Manifest, keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

function lazyEntries(manifest: Manifest, names: readonly string[] = []): string[] {
  return Object.entries(manifest)
    .filter(([key, { name, isDynamicEntry }]) =>
      key.startsWith('_') ? names.includes(name ?? '') : isDynamicEntry === true && names.includes(key),
    )
    .map(([key]) => key);
}

/** The rows of the budget, measured on a folder that `npm run build` made. */
export function measure(folder: string): readonly Row[] {
  const budget = Budget.parse(JSON.parse(readFileSync(join(root, 'budget.json'), 'utf8')));
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, '..', '.cache', 'dist-manifest.json'), 'utf8')));
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const loaded = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    (m) => m[1] ?? '',
  );
  const eagerKeys = Object.keys(manifest).filter((key) => loaded.includes(manifest[key]?.file ?? ''));
  const firstScreen = closure(manifest, eagerKeys);
  const home = closure(manifest, [...eagerKeys, ...lazyEntries(manifest, budget.homeJs.entries)]);
  const formEntries = lazyEntries(manifest, budget.formJs.entries);
  if (formEntries.length === 0) {
    throw new Error(
      `budget.json weighs the form screen by ${budget.formJs.entries.join(', ')}, but no lazy chunk comes from there.`,
    );
  }
  const formAlone = closure(manifest, [...eagerKeys, ...formEntries]);
  const form = [...formAlone].filter((key) => !firstScreen.has(key));
  const pdf = [...closure(manifest, lazyEntries(manifest, budget.pdfJs.entries))].filter(
    (key) => !firstScreen.has(key),
  );
  const pdfFiles = filesOf(manifest, pdf);
  const deskFiles = filesOf(manifest, lazyEntries(manifest, budget.deskJs.entries));
  const scripts = globSync('assets/**/*.js', { cwd: folder });
  const ofPage = (keys: Iterable<string>): Weight =>
    weigh(folder, [...filesOf(manifest, keys), ...loaded.filter((file) => file.endsWith('.js'))]);
  const homeFiles = filesOf(manifest, home);
  const largest = scripts
    .filter((file) => ![...homeFiles, ...pdfFiles, ...deskFiles].includes(file))
    .map((file) => weigh(folder, [file]))
    .toSorted((a, b) => b.gzipBytes - a.gzipBytes)[0];
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const kept = [...worker.matchAll(/["']?url["']?:["'`]([^"'`]+)["'`]/g)].map((m) => m[1] ?? '');
  const forCitizens = deskFiles.filter((file) => kept.includes(file));
  if (forCitizens.length > 0) {
    throw new Error(
      `${forCitizens.join(', ')} is only for officials, and would be fetched at every citizen's install.`,
    );
  }
  const firstCss = [...firstScreen].flatMap((key) => manifest[key]?.css ?? []);
  const row = (name: Row['name'], weight: Weight): Row => ({ ...weight, name, budgetKb: budget[name].gzipKb });
  return [
    row('firstScreenJs', ofPage(firstScreen)),
    row('homeJs', ofPage(home)),
    row('formAloneJs', ofPage(formAlone)),
    row('firstScreenCss', weigh(folder, [...firstCss, ...loaded.filter((file) => file.endsWith('.css'))])),
    row('formJs', weigh(folder, filesOf(manifest, form))),
    row('pdfJs', weigh(folder, pdfFiles)),
    row('deskJs', weigh(folder, deskFiles)),
    row('largestChunkJs', largest ?? weigh(folder, [])),
    row('serviceWorker', weigh(folder, ['sw.js'])),
    row('precache', weigh(folder, kept)),
  ];
}

/** Prints the table and returns whether everything fits. */
export function printSizes(folder: string): boolean {
  const kb = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(8);
  console.log(
    `${'kB'.padEnd(16)}${'gzip'.padStart(8)}${'budget'.padStart(8)}${'brotli'.padStart(8)}${'raw'.padStart(8)}  files`,
  );
  let fits = true;
  for (const row of measure(folder)) {
    const over = row.gzipBytes > row.budgetKb * 1000;
    if (over || row.files.length === 0) fits = false;
    const note = over ? '  OVER BUDGET' : row.files.length === 0 ? '  NOTHING WEIGHED' : '';
    const budget = row.budgetKb.toFixed(1).padStart(8);
    console.log(
      `${row.name.padEnd(16)}${kb(row.gzipBytes)}${budget}${kb(row.brotliBytes)}${kb(row.rawBytes)}  ${row.files.length}${note}`,
    );
    if (over) console.log(`  ${row.files.join('\n  ')}`);
  }
  if (!fits) {
    console.error(
      'A size is over budget.json: load it later (lazy), find a smaller way, or decide on a new budget in docs/decisions/.',
    );
  }
  return fits;
}

if (import.meta.main) process.exitCode = printSizes(join(root, process.argv[2] ?? 'dist')) ? 0 : 1;
