/**
 * Reads every text file of the repository for what must never be in it. `node tools/checks/words.ts [folder]`
 * prints file:line and a sentence for each find, and fails when there is one.
 */
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { root } from '../node24.mjs';
import { repoFiles } from './repo-files.ts';
import { secretsIn } from './secret-rules.ts';

interface WordRule {
  readonly pattern: RegExp;
  readonly why: string;
  /** Only in these files; everywhere when absent. */
  readonly only?: RegExp;
  readonly except?: RegExp;
}

const code = /\.(?:[cm]?[jt]s|tsx)$/;
const thisFile = /^tools\/(?:checks\/words|lint\/|nets\/)/;

const rules: readonly WordRule[] = [
  {
    pattern: /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\bnpmjs\.(?:org|com)\b|\bdeb\.[a-z]+\.org\b|\bsecurity\.debian\b/i,
    why: 'A registry has no address in the repository: everybody uses the one that their own client is set up for.',
    except: thisFile,
  },
  {
    pattern: /(?<![\w.$}/-])\/(?:work|root|home|Users)\/[\w.-]+/,
    why: 'A path of one machine helps nobody else: make it relative, or ask the operating system.',
    except: thisFile,
  },
  {
    pattern: /(?<![\w.$}/-])\/tmp\/[\w.-]+/,
    why: 'Not every machine has this folder, and two runs would meet in it: use mkdtemp under os.tmpdir().',
    except: thisFile,
  },
  {
    pattern: /\b(?:oxlint|eslint|biome)-(?:disable|ignore)|@ts-(?:ignore|nocheck)/,
    why: 'A rule is kept or changed for everybody, never switched off in one place. Mend the code or the rule.',
    only: code,
    except: thisFile,
  },
  {
    pattern: /\b(?:describe|test|it)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf|fails)\b/,
    why: 'A test that does not run proves nothing: mend it or delete it.',
    only: code,
    except: thisFile,
  },
  {
    pattern: /\b(?:claude|anthropic|chatgpt|copilot|gpt-\d)\b/i,
    why: 'The repository speaks of the product and its reasons, not of the tools that somebody wrote it with.',
    except: thisFile,
  },
  {
    // Region, then a birth date with day 01-31 (41-71 for women) and month 01-12, then a running number.
    pattern: /(?<!\d)(?!99)[1-9]\d{5}(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{2}(?!0000)\d{4}(?!\d)/,
    why: 'This has the form of a real NIK or KK number: use one of the region 99, which nobody has.',
    except: thisFile,
  },
];

const whyNoSecret =
  'Secrets come from the environment or a file outside of the repository; this one is known now: make another.';

const nameRules: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern: /^(?:utils?|helpers?|common|misc|types)\.(?:[cm]?[jt]s|tsx)$/,
    why: 'A file is named after its main export: this name says nothing about what is inside.',
  },
  {
    pattern: /^index\.tsx?$/,
    why: 'A barrel hides where things are: import the file itself. (server/index.ts, which listens, is the one exception.)',
  },
];

/** Finds in `folder`, one printable line each. */
export function findWords(folder: string): { readonly finds: readonly string[]; readonly filesRead: number } {
  const finds: string[] = [];
  let filesRead = 0;
  for (const path of repoFiles(folder)) {
    const nameRule = nameRules.find((rule) => rule.pattern.test(basename(path)));
    if (nameRule !== undefined && path !== 'server/index.ts') finds.push(`${path}: ${nameRule.why}`);
    if (path === 'package-lock.json' || !isText(path)) continue;
    filesRead += 1;
    const lines = readFileSync(join(folder, path), 'utf8').split('\n');
    lines.forEach((line, at) => {
      for (const what of secretsIn(line)) finds.push(`${path}:${at + 1}: ${what}. ${whyNoSecret}`);
    });
    for (const rule of rules) {
      if (rule.only?.test(path) === false || rule.except?.test(path) === true) continue;
      lines.forEach((line, at) => {
        const match = rule.pattern.exec(line);
        if (match !== null) finds.push(`${path}:${at + 1}: "${match[0]}" ${rule.why}`);
      });
    }
  }
  return { finds, filesRead };
}

function isText(path: string): boolean {
  const binary = ['.png', '.jpg', '.jpeg', '.webp', '.ico', '.woff2', '.pdf', '.bin', '.gz', '.br', '.db', '.sqlite'];
  return !binary.includes(extname(path));
}

if (import.meta.main) {
  const { finds, filesRead } = findWords(process.argv[2] ?? root);
  for (const line of finds) console.error(line);
  console.log(`${filesRead} files read, ${finds.length} finds`);
  if (finds.length > 0 || filesRead === 0) process.exitCode = 1;
}
