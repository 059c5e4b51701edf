import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Catalogue, loadCatalogue } from '#server/catalogue/catalogue.ts';

/** The services that the server offers: CATALOGUE_DIR, or those of this release. */
export function officeCatalogue(): Catalogue {
  const own = process.env['CATALOGUE_DIR']?.trim() ?? '';
  return loadCatalogue(own === '' ? fileURLToPath(new URL('../../server/catalogue', import.meta.url)) : resolve(own));
}
