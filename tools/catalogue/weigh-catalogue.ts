/** What a phone fetches to fill in any form without signal: the list and every definition, as the office serves them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { catalogueOf } from '#server/catalogue/catalogue.ts';
import { root } from '../node24.mjs';

const Budget = z.object({ catalogue: z.object({ gzipKb: z.number().positive() }) });

export interface CatalogueWeight {
  /** gzip, without the headers of the answers. */
  readonly bytes: number;
  readonly budgetBytes: number;
}

export function weighCatalogue(services: readonly ServiceDefinition[]): CatalogueWeight {
  const budget = Budget.parse(JSON.parse(readFileSync(join(root, 'budget.json'), 'utf8')));
  const served = catalogueOf(services, []);
  const answers = [served.list, ...services.flatMap(({ id }) => served.find(id)?.definition ?? [])];
  return {
    bytes: answers.reduce((sum, { gzip }) => sum + gzip.bytes.byteLength, 0),
    budgetBytes: budget.catalogue.gzipKb * 1000,
  };
}
