/** What no spreadsheet of questions knows: the office, its promises and its rules. */
import type { LocalizedText, ServiceDefinition, VisitRequired } from '#domain/service/definition.ts';

/** What was given on the command line. */
export interface ServiceFacts {
  readonly id?: string | undefined;
  readonly category?: string | undefined;
  readonly unit?: string | undefined;
  readonly level?: string | undefined;
  readonly workingDays?: number | undefined;
  readonly feeIdr?: number | undefined;
  readonly product?: string | undefined;
  readonly legalBasis?: string | undefined;
  readonly visit?: string | undefined;
}

const sample = 'CONTOH, belum diisi';
const sampleText: LocalizedText = { id: sample, en: 'SAMPLE, to be filled in' };

type StandardBlock = Pick<
  ServiceDefinition,
  'description' | 'category' | 'unit' | 'level' | 'sampleData' | 'standard'
> & { readonly visit: { readonly required: string } };

/** Facts that were not given hold words that nobody takes for real; sampleData stays true until a person has read all. */
export function standardBlock(title: LocalizedText, facts: ServiceFacts): StandardBlock {
  return {
    description: title,
    category: facts.category ?? 'lainnya',
    unit: facts.unit ?? sample,
    level: facts.level ?? 'lainnya',
    sampleData: true,
    standard: {
      procedure: [sampleText],
      workingDays: facts.workingDays ?? null,
      feeIdr: facts.feeIdr ?? 0,
      product: facts.product === undefined ? sampleText : { id: facts.product },
      legalBasis: facts.legalBasis ?? sample,
    },
    visit: { required: facts.visit ?? ('none' satisfies VisitRequired) },
  };
}

/** The flag behind a place of the definition, for what its check finds there. */
export const factFlags: Readonly<Record<string, string>> = {
  '/id': '--id',
  '/category': '--category',
  '/unit': '--unit',
  '/level': '--level',
  '/standard/workingDays': '--working-days',
  '/standard/feeIdr': '--fee',
  '/standard/product/id': '--product',
  '/standard/legalBasis': '--legal-basis',
  '/visit/required': '--visit',
};

/** Flags for facts that still hold a sample, for the person to look at. */
export function missingFacts(facts: ServiceFacts): readonly string[] {
  const { category, unit, level, workingDays, feeIdr, product, legalBasis, visit } = facts;
  const [, ...flags] = Object.values(factFlags);
  const given = [category, unit, level, workingDays, feeIdr, product, legalBasis, visit];
  return flags.filter((_, index) => given[index] === undefined);
}
