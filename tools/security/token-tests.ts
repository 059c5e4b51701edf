import { testsNamed } from './check.ts';

const sessions = 'server/routes/session-routes.test.ts';
const provider = 'server/oidc-sign-in.test.ts';

/** R24: by number and code, and through the office's own provider. */
export const browserGetsNoToken = [
  testsNamed(sessions, 'gives a browser a cookie that scripts and other sites never see, and no token'),
  testsNamed(provider, 'hands the browser no token'),
];

/** R25: a sign-in comes back from another site, and only the one that was begun here. */
export const comesBackOnce = testsNamed(
  provider,
  'is not begun by another site',
  'takes no answer that this browser has not asked for',
  'takes an answer once',
  'leads to no other place',
);
