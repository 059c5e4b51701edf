/**
 * Who in server/ may import what, and one sentence for the person who breaks it; .dependency-cruiser.mjs makes rules of it.
 * `inside` names folders of server/, `typesOf` what may come in as a type only, `builtins` modules of Node itself.
 * All of them may use contract/, domain/ and lib/.
 */
export const serverFolders = [
  {
    name: 'applications',
    inside: [],
    typesOf: ['auth/', 'catalogue/', 'http/', 'receipts/', 'stores/'],
    packages: ['canonicalize'],
    typesOfPackages: ['zod'],
    builtins: ['crypto'],
    why: 'applications/ judges what was sent by the rules of domain/: it runs without a framework, a database or a file.',
  },
  {
    name: 'auth',
    inside: ['secret-files'],
    typesOf: ['stores/'],
    packages: ['hono', 'zod'],
    builtins: ['crypto', 'path'],
    why: 'auth/ says who somebody is: it reads requests and cookies, and knows nothing of applications, files or SQL.',
  },
  {
    name: 'catalogue',
    inside: ['http'],
    packages: [],
    builtins: ['fs', 'path'],
    why: 'catalogue/ reads the services from their files and publishes them: it needs the rules, no framework and no database.',
  },
  {
    name: 'http',
    inside: ['auth'],
    typesOf: ['stores/'],
    packages: ['hono', 'pino'],
    typesOfPackages: ['@hono/zod-openapi'],
    builtins: ['crypto', 'fs', 'http', 'net', 'path', 'stream', 'zlib'],
    why: 'http/ is what all requests and answers have in common: applications, uploads and databases are none of its business.',
  },
  {
    name: 'oidc',
    inside: ['auth'],
    packages: ['hono', 'oauth4webapi', 'zod'],
    builtins: ['crypto'],
    why: "oidc/ speaks to the office's own sign-in provider: tokens come in here and go no further.",
  },
  {
    name: 'receipts',
    inside: ['secret-files'],
    typesOf: ['stores/'],
    packages: ['zod'],
    builtins: ['crypto', 'path'],
    why: 'receipts/ sign what was received, with keys of their own: they read no request and no database.',
  },
  {
    name: 'sealing',
    inside: ['http', 'secret-files'],
    typesOf: ['stores/'],
    packages: ['jose', 'zod'],
    builtins: ['crypto', 'fs'],
    why: 'sealing/ holds the keys of the office and opens what was sealed to them: it knows no request, and writes to no database.',
  },
  {
    name: 'retention',
    inside: ['stores/retention-store.ts', 'uploads'],
    typesOf: ['stores/'],
    packages: [],
    builtins: [],
    why: 'retention/ decides what is over and when: the databases and files that it empties come through stores/ and uploads/.',
  },
  {
    name: 'routes',
    inside: ['applications', 'auth', 'http', 'uploads'],
    typesOf: ['app-ports.ts', 'oidc/', 'stores/'],
    packages: ['hono', '@hono/zod-openapi'],
    builtins: ['fs'],
    why: 'routes/ turn a request into calls of the ports in app-ports.ts: no SQL, no driver and no logger of their own.',
  },
  {
    name: 'secret-files',
    inside: [],
    packages: [],
    builtins: ['crypto', 'fs'],
    why: 'secret-files/ write what only its owner may read, whole and once: what is in it is none of their business.',
  },
  {
    name: 'stores',
    inside: [],
    packages: ['pg', 'zod'],
    builtins: ['crypto', 'fs', 'node:sqlite'],
    why: 'stores/ alone speak to a database: they know no request and no answer, so that every implementation passes one suite.',
  },
  {
    name: 'uploads',
    inside: ['stores'],
    typesOf: ['sealing/'],
    packages: ['sharp'],
    typesOfPackages: ['pg'],
    builtins: ['crypto', 'fs', 'fs/promises', 'net', 'path', 'zlib'],
    why: 'uploads/ keep the bytes of papers, lock them and look through them: what they need of a database comes through stores/.',
  },
  {
    name: 'testing',
    inside: [
      '[^/]+\\.ts',
      'applications',
      'auth',
      'catalogue',
      'http',
      'receipts',
      'retention',
      'sealing',
      'stores',
      'uploads',
    ],
    packages: ['pg', 'sharp', 'uuid', 'zod'],
    builtins: ['child_process', 'crypto', 'fs', 'net', 'node:sqlite', 'os', 'path', 'readline', 'url', 'zlib'],
    why: 'testing/ has what tests of the server share, and breaks database drivers on purpose: a framework or a route of its own would only test a copy.',
  },
];

/** The files of server/ itself, which put the parts together. */
export const serverStart = {
  name: 'start',
  packages: ['hono', '@hono/node-server', '@hono/zod-openapi'],
  builtins: ['crypto', 'fs', 'http', 'path', 'url'],
  why: 'The files of server/ itself put the parts together: a database driver or a logger belongs to the folder that knows it, and nothing of testing/ is ever served.',
};
