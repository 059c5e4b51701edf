/** Put in by the build (vite.config.ts): the version in package.json, and the commit when there is one. */
declare const __APP_VERSION__: string;
