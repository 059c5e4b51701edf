import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from './notices.ts';

/** Each as text and as a page, for their owner only. Throws where the folder has something in it already. */
export function writeNotices(folder: string, notices: readonly Notice[]): readonly string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  return notices.flatMap((notice) => {
    const files = [
      { name: `${notice.name}.txt`, text: `${[notice.title, '', ...notice.lines].join('\n')}\n` },
      { name: `${notice.name}.html`, text: pageOf(notice) },
    ];
    for (const { name, text } of files) writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' });
    return files.map(({ name }) => name);
  });
}

function pageOf({ title, lines }: Notice): string {
  const body = lines.map((line) =>
    line.startsWith('- ') ? `<li>${escaped(line.slice(2))}</li>` : `<p>${escaped(line)}</p>`,
  );
  return [
    '<!doctype html>',
    `<html lang="id"><meta charset="utf-8"><title>${escaped(title)}</title>`,
    `<h1>${escaped(title)}</h1>`,
    ...body.map((part, index) => listed(part, body[index - 1], body[index + 1])),
    '</html>',
    '',
  ].join('\n');
}

function listed(part: string, before: string | undefined, after: string | undefined): string {
  const isItem = (text: string | undefined) => text?.startsWith('<li>') === true;
  if (!isItem(part)) return part;
  return `${isItem(before) ? '' : '<ul>'}${part}${isItem(after) ? '' : '</ul>'}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
