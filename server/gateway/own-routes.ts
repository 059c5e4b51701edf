/** What a gateway answers itself: who somebody is, and the app. Every other address of the contract is the backend's. */
const own: ReadonlySet<string> = new Set([
  'GET /v1/me',
  'GET /v1/me/sessions',
  'DELETE /v1/me/sessions',
  'DELETE /v1/me/sessions/:id',
  'PUT /v1/me/phone',
  'PUT /v1/me/upload-ticket',
  'PUT /v1/me/devices/:id/lock-shares/:shareId',
  'PUT /v1/me/devices/:id/lock-shares/:shareId/tries/:tryId',
  'DELETE /v1/me/devices/:id/lock-shares/:shareId',
  'PUT /v1/me/devices/:id/lock-recoveries/:recoveryId',
  'GET /v1/me/devices/:id/lock-recoveries/:recoveryId',
  'DELETE /v1/me/devices/:id/lock-recoveries/:recoveryId',
  'OPTIONS /v1/uploads/:upload',
]);

export const capabilitiesRoute = 'GET /.well-known/public-service-sync';
/** Both: the backend erases what was put in, and here goes who they are. */
export const erasureRoute = 'PUT /v1/me/erasure';
/** Both: the backend gives the order, and here ends what the phone could still do. */
export const lostPhoneRoute = 'PUT /v1/me/devices/:id/orders/:orderId';

/** @param key method and pattern, "GET /v1/applications/:id" */
export function isOfBackend(key: string): boolean {
  if (key === capabilitiesRoute) return true;
  const path = key.slice(key.indexOf(' ') + 1);
  return path.startsWith('/v1/') && !path.startsWith('/v1/auth/') && !own.has(key);
}
