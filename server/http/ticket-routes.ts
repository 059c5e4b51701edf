/** Routes that an upload ticket opens, all of them for handing in. */
export const ticketRoutes: ReadonlySet<string> = new Set([
  'PUT /v1/applications/:id',
  'PUT /v1/applications/:id/revisions/:revId',
  'PUT /v1/documents/:id',
  'GET /v1/uploads/:upload',
  'PATCH /v1/uploads/:upload',
  'POST /v1/uploads/:upload',
]);
