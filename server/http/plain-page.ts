import { html } from 'hono/html';

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

/** A page of the server's own, for whoever comes to it from another site: without script, and without looks of its own. */
export function plainPage({ id, en, links }: PlainPage) {
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${id.title} - Ajukan</title>
</head>
<body>
<main>
<h1>${id.title}</h1>
<p>${id.text}</p>
${links.map((link) => html`<p><a href="${link.href}">${link.id}</a></p>`)}
<hr>
<div lang="en">
<h2>${en.title}</h2>
<p>${en.text}</p>
${links.map((link) => html`<p><a href="${link.href}">${link.en}</a></p>`)}
</div>
</main>
</body>
</html>`;
}
