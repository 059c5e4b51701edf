import type { Answers } from '#domain/form/answers.ts';
import { fitAnswers } from '#domain/form/fit-answers.ts';
import type { ValidationContext } from '#domain/form/validate-value.ts';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { Resident } from './resident.ts';

/** The questions about the applicant as services call them (docs/service-definition.md), and what answers them. */
const aboutApplicant: readonly {
  readonly id: string;
  readonly type: Field['type'];
  readonly from: 'name' | 'nik' | 'phone' | 'area';
}[] = [
  { id: 'nama_pemohon', type: 'text', from: 'name' },
  { id: 'nik_pemohon', type: 'nik', from: 'nik' },
  { id: 'no_hp', type: 'tel', from: 'phone' },
  { id: 'wilayah', type: 'area', from: 'area' },
];

/** What a folder knows of the applicant, as answers of this form; what the form would refuse stays out. */
export function residentAnswers(
  definition: ServiceDefinition,
  resident: Pick<Resident, 'name' | 'nik' | 'phone' | 'area'>,
  context: ValidationContext,
): Answers {
  const fields = definition.steps.flatMap((step) => step.fields);
  const known = aboutApplicant.flatMap(({ id, type, from }) => {
    const isAsked = fields.some((field) => field.id === id && field.type === type);
    return isAsked && resident[from] !== '' ? [[id, resident[from]] as const] : [];
  });
  return fitAnswers(definition, Object.fromEntries(known), context).answers;
}
