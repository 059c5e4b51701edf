import { publish } from './published.ts';

/** The looks of the server's own pages: in the colours that the browser has for day and night, links as tall as a thumb. */
export const plainPageStyle = publish(`body {
  max-width: 34rem;
  margin: 0 auto;
  padding: 1.5rem 1rem;
  font: 1.0625rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2 { line-height: 1.2; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.125rem; }
hr { margin: 1.5rem 0; }
p { margin: 0.75rem 0; }
a { display: inline-flex; align-items: center; min-height: 3rem; font-weight: 600; }
`);

export const plainPageStylePath = '/server-page.css';
