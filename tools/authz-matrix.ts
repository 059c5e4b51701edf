/** `npm run authz:matrix`: every route, for every role and everybody's things, against server/routes/route-policies.ts. */
import { runMatrix } from './authz/run-matrix.ts';

const { cells, unexpected, routes } = await runMatrix();
for (const line of unexpected) console.error(line);
console.log(`${routes} routes`);
console.log(`authz: ${cells} cells, ${unexpected.length} unexpected`);
process.exitCode = unexpected.length > 0 || cells === 0 ? 1 : 0;
