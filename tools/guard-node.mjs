/** Stands at the head of a script: `node` itself must be 24 or later here, or the script says what to do and ends. */
import { majorOf, node24Missing } from './node24.mjs';

if (majorOf(process.version) < 24) {
  process.stderr.write(node24Missing());
  process.exit(1);
}
