import { serverFolders, serverStart } from './tools/checks/server-folders.mjs';

/**
 * Who may import whom. Every folder of src/ and server/ has one allow-list, and one sentence for the person who breaks it.
 * The same table is drawn in ARCHITECTURE.md by `npm run diagram`.
 */

/** What each layer may reach: `inside` names folders of src/, `packages` names npm packages. */
export const layers = [
  {
    name: 'lib',
    inside: [],
    packages: [],
    why: 'lib/ is the floor: it knows no product word, so it imports nothing. Move the product part to the folder that needs it.',
  },
  {
    name: 'domain',
    inside: ['lib'],
    packages: ['json-logic-js'],
    why: 'domain/ holds the rules and runs anywhere, also on a server: only lib/ and the JsonLogic evaluator may come in.',
  },
  {
    name: 'contract',
    inside: ['lib'],
    packages: ['zod', '@hono/zod-openapi'],
    why: 'contract/ is the wire, shared with the server: it needs the schema library and nothing of the app.',
  },
  {
    name: 'sync',
    inside: ['domain', 'lib'],
    packages: [],
    why: 'sync/ decides and never touches a database or the network: say what it needs as an interface in sync/ports.ts.',
  },
  {
    name: 'storage',
    inside: ['domain', 'lib'],
    typesOf: ['sync/ports.ts', 'services/ports.ts'],
    packages: ['dexie'],
    why: 'storage/ fills the ports with IndexedDB: from the engine and the menu it takes the interfaces (import type), nothing that runs.',
  },
  {
    name: 'api',
    inside: ['domain', 'lib'],
    typesOf: ['contract/', 'sync/ports.ts', 'services/ports.ts'],
    packages: ['jose'],
    why: 'api/ speaks HTTP: contract/ and the ports come in as types only, because the schema library costs the phone 92 kB.',
  },
  {
    name: 'media',
    inside: ['domain', 'lib'],
    typesOf: ['services/ports.ts'],
    packages: ['pdfjs-serverless'],
    why: 'media/ turns photos into documents in a worker: it needs the rules and nothing of screens, database or network.',
  },
  {
    name: 'ui',
    inside: ['lib'],
    packages: ['react', 'react-dom', 'lucide-react', 'qr'],
    why: 'ui/ has buttons and fields for any product: it must not know services, messages or rules of this one.',
  },
  {
    name: 'i18n',
    inside: ['lib'],
    packages: ['react'],
    why: 'i18n/ holds words and how to choose them: it must not know who shows them.',
  },
  {
    name: 'services',
    inside: ['domain', 'lib'],
    typesOf: ['sync/'],
    packages: ['react'],
    why: 'services/ is the menu that screens order from: it may describe the engine by its types, main.tsx supplies the parts.',
  },
  {
    name: 'features',
    inside: ['services', 'domain', 'ui', 'i18n', 'lib'],
    packages: ['react', 'react-dom', 'react-router', 'zustand', 'lucide-react', '@tanstack/react-virtual'],
    why: 'A feature asks the menu in services/ and shows: storage, network and engine are none of its business.',
  },
  {
    name: 'app',
    inside: ['features', 'services', 'ui', 'i18n', 'lib'],
    packages: ['react', 'react-dom', 'react-router', 'zustand', 'lucide-react'],
    why: 'app/ is the shell around the features: what it needs beyond them comes through services/.',
  },
  {
    name: 'runtime',
    inside: ['sync', 'storage', 'api', 'media', 'domain', 'lib'],
    packages: ['uuid'],
    why: 'runtime/ puts the engine and its adapters together once for the page and the worker: no screen may come in.',
  },
  {
    name: 'sw',
    inside: ['runtime', 'sync', 'storage', 'api', 'domain', 'lib'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'],
    why: 'The service worker runs the engine with its adapters: no screen, no React, or every phone pays for it twice.',
  },
];

const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const isTest = '\\.test\\.tsx?$';
const packagePaths = (names = []) => names.map((name) => `^node_modules/(@types/)?${escape(name)}/`);

/** One forbidden rule for what may run, one for what may only be a type. */
function allowList({ name, why, own, files, typed = [] }) {
  return [
    {
      name: `layer-${name}`,
      severity: 'error',
      comment: why,
      from: { path: own, pathNot: isTest },
      to: { pathNot: [own, ...files, ...typed] },
    },
    ...(typed.length === 0
      ? []
      : [
          {
            name: `types-only-${name}`,
            severity: 'error',
            comment: why,
            from: { path: own, pathNot: isTest },
            to: { path: typed, pathNot: [own, ...files], dependencyTypesNot: ['type-only'] },
          },
        ]),
  ];
}

function rulesOf({ name, why, inside, typesOf = [], packages }) {
  return allowList({
    name,
    why,
    own: `^src/${name}/`,
    files: [...inside.map((folder) => `^src/${folder}/`), ...packagePaths(packages)],
    typed: typesOf.map((path) => `^src/${escape(path)}`),
  });
}

const sharedWithServer = '^src/(contract|domain|lib)/';

function serverRulesOf({ name, why, inside, typesOf = [], packages, typesOfPackages, builtins }) {
  return allowList({
    name: `server-${name}`,
    why,
    own: `^server/${name}/`,
    files: [
      sharedWithServer,
      ...inside.map((folder) => `^server/${folder}${folder.endsWith('.ts') ? '$' : '/'}`),
      ...packagePaths(packages),
      ...builtins.map((module) => `^${escape(module)}$`),
    ],
    typed: [...typesOf.map((path) => `^server/${escape(path)}`), ...packagePaths(typesOfPackages)],
  });
}

export default {
  forbidden: [
    ...layers.flatMap(rulesOf),
    ...serverFolders.flatMap(serverRulesOf),
    ...allowList({
      name: `server-${serverStart.name}`,
      why: serverStart.why,
      own: '^server/[^/]+\\.ts$',
      files: [
        sharedWithServer,
        ...serverFolders.filter(({ name }) => name !== 'testing').map(({ name }) => `^server/${name}/`),
        ...packagePaths(serverStart.packages),
        ...serverStart.builtins.map((module) => `^${escape(module)}$`),
      ],
    }),
    {
      name: 'folder-without-a-layer',
      severity: 'error',
      comment:
        'Every folder of src/ has its allow-list in this file: add the new folder to `layers` with what it may import and why, or put the file where it belongs.',
      from: { path: `^src/(?!(?:${layers.map(({ name }) => name).join('|')}|main)/)[^/]+/` },
      to: {},
    },
    {
      name: 'server-folder-without-a-list',
      severity: 'error',
      comment:
        'Every folder of server/ has its allow-list: add the new folder to tools/checks/server-folders.mjs with what it may import and why, or put the file where it belongs.',
      from: { path: `^server/(?!(?:${serverFolders.map(({ name }) => name).join('|')})/)[^/]+/` },
      to: {},
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment:
        'A feature never imports another feature: two things a person does meet in app/ or share through services/, ui/ or domain/.',
      from: { path: '^src/features/([^/]+)/', pathNot: isTest },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'src-knows-no-server',
      severity: 'error',
      comment:
        'The app works with any backend that speaks the contract: nothing in src/ imports server/, tools/, tests/, bench/ or lab/.',
      from: { path: '^src/', pathNot: isTest },
      to: { path: '^(server|tools|tests|bench|lab)/' },
    },
    {
      name: 'server-shares-only-rules',
      severity: 'error',
      comment:
        'The server shares contract/, domain/ and lib/ with the app and nothing else: it must stand without a browser.',
      from: { path: '^server/', pathNot: isTest },
      to: { path: '^(src/(?!contract/|domain/|lib/)|tools/|tests/|bench/|lab/)' },
    },
    {
      name: 'lab-shows-the-simulation',
      severity: 'error',
      comment:
        'The page for visitors shows the simulation with the looks of the app: tests/simulation, ui/ and React, and nothing that has a server or a store.',
      from: { path: '^lab/' },
      to: { pathNot: ['^lab/', '^tests/simulation/', '^src/ui/', '^node_modules/(@types/)?(react|react-dom)/'] },
    },
    {
      name: 'nobody-imports-a-test',
      severity: 'error',
      comment: 'A test file is run, not imported: move what you need to tests/fixtures/, tests/fakes/ or a suite.',
      from: {},
      to: { path: isTest },
    },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      comment:
        'Product code must not need test code: whatever it needs is product code and belongs in src/ or server/.',
      from: { path: '^(src|server)/', pathNot: isTest },
      to: { path: '^tests/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files that need each other are one idea in two places: pull the shared part out, or merge them.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      severity: 'error',
      comment: 'This import leads nowhere: the file was moved, or the package is not in package.json.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|node:)' },
    },
    {
      name: 'listed-package',
      severity: 'error',
      comment:
        'A package that the product runs on stands under dependencies in package.json, or a clean install misses it.',
      from: { path: '^(src|server)/', pathNot: isTest },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/(@types|vite)/' },
    },
    {
      name: 'database-in-storage-only',
      severity: 'error',
      comment:
        'Only src/storage says IndexedDB: everybody else asks a port, so that the engine runs with two Maps in a test.',
      from: { path: '^src/', pathNot: ['^src/storage/', isTest] },
      to: { path: '^node_modules/dexie' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    // The proofs in tools/nets work on a copy whose node_modules is a link.
    preserveSymlinks: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|dist-bench|data|\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    builtInModules: { add: ['node:sqlite', 'sqlite', 'node:test'] },
  },
};
