import { html } from 'hono/html';
import { plainPageStylePath } from './plain-page-style.ts';

export interface PlainWords {
  readonly title: string;
  readonly text: string;
}

export interface PlainPage {
  readonly id: PlainWords;
  readonly en: PlainWords;
  /** What can be done now: address and words. */
  readonly links: readonly { readonly href: string; readonly id: string; readonly en: string }[];
}

/** A page of the server's own, for whoever comes to it from another site: without script, and with looks of its own. */
export function plainPage({ id, en, links }: PlainPage) {
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${plainPageStylePath}">
<title>${id.title} - Ajukan</title>
</head>
<body>
<main>
<h1>${id.title}</h1>
<p>${id.text}</p>
${links.map((link) => html`<div><a href="${link.href}">${link.id}</a></div>`)}
<hr>
<div lang="en">
<h2>${en.title}</h2>
<p>${en.text}</p>
${links.map((link) => html`<div><a href="${link.href}">${link.en}</a></div>`)}
</div>
</main>
</body>
</html>`;
}
