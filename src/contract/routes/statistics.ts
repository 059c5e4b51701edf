import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  etagHeader,
  forEverybody,
  forHeads,
  jsonAnswer,
  jsonAnswerWithEtag,
  needsSession,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { basePath } from '../schemas.ts';
import { OpenServices, StatisticsQuery, StatisticsView } from '../statistics-schemas.ts';

const wrong = problem('A parameter is missing or wrong, or the time is longer than 800 days.');
const notTheirs = problem('For who signs and for the admin.');
const file = z.string().openapi({ format: 'binary' });

export const getStatistics = createRoute({
  method: 'get',
  path: `${basePath}/statistics`,
  operationId: 'getStatistics',
  summary: 'How the offices of the caller have worked, in numbers',
  description: 'Of the posts of whoever asks; an admin without posts sees the whole regency. It names nobody.',
  security: sessionSecurity,
  ...forHeads,
  request: { query: StatisticsQuery },
  responses: {
    200: jsonAnswer('The numbers.', StatisticsView),
    400: wrong,
    401: needsSession[401],
    403: notTheirs,
    ...anyTrouble,
  },
});

export const exportStatistics = createRoute({
  method: 'get',
  path: `${basePath}/statistics/export`,
  operationId: 'exportStatistics',
  summary: 'The same by office and service, as a file for spreadsheets',
  description:
    'UTF-8 with a byte order mark, or an Office Open XML workbook; words that a spreadsheet would run are made harmless.',
  security: sessionSecurity,
  ...forHeads,
  request: { query: StatisticsQuery.extend({ format: z.enum(['csv', 'xlsx']) }) },
  responses: {
    200: {
      description: 'The file.',
      content: {
        'text/csv': { schema: file },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: file },
      },
    },
    400: wrong,
    401: needsSession[401],
    403: notTheirs,
    ...anyTrouble,
  },
});

export const getOpenServices = createRoute({
  method: 'get',
  path: `${basePath}/open-data/services.json`,
  operationId: 'getOpenServices',
  summary: 'How many people were served, by month and service, for everybody',
  description:
    'Months that have ended. Numbers below five are left out, and no totals are told that would give them away. CC BY 4.0.',
  ...forEverybody,
  responses: {
    200: jsonAnswerWithEtag('The numbers.', OpenServices),
    304: { description: 'As it was.' },
    ...anyTrouble,
  },
});

export const getOpenServicesCsv = createRoute({
  method: 'get',
  path: `${basePath}/open-data/services.csv`,
  operationId: 'getOpenServicesCsv',
  summary: 'The same as a table',
  ...forEverybody,
  responses: {
    200: { description: 'The table.', headers: etagHeader, content: { 'text/csv': { schema: file } } },
    304: { description: 'As it was.' },
    ...anyTrouble,
  },
});
