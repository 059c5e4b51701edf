import { ownValue } from '#domain/form/json-object.ts';
import { areaPattern } from '#domain/form/validate-value.ts';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';

/** Who applies, as the form itself says it; null where it asks for no such thing. */
export interface Applicant {
  readonly name: string | null;
  /** 16 digits. */
  readonly nik: string | null;
  /** Kepmendagri code of the first place that the form asks for. */
  readonly area: string | null;
}

/**
 * By the ids that services use for the applicant (docs/service-definition.md), else by the first question of that kind:
 * a form that asks for one NIK asks for the applicant's.
 */
export function applicantOf({ steps }: Pick<ServiceDefinition, 'steps'>, answers: JsonObject): Applicant {
  const fields = steps.flatMap((step) => step.fields);
  const name = answerTo(fields, answers, 'nama_pemohon', ({ id, type }) => type === 'text' && /^nama(_|$)/.test(id));
  const nik = answerTo(fields, answers, 'nik_pemohon', ({ type }) => type === 'nik');
  const area = answerTo(fields, answers, null, ({ type }) => type === 'area');
  return {
    name: name === null || name.trim() === '' ? null : name.trim(),
    nik: nik !== null && /^\d{16}$/.test(nik) ? nik : null,
    area: area !== null && areaPattern.test(area) ? area : null,
  };
}

function answerTo(
  fields: readonly Field[],
  answers: JsonObject,
  usualId: string | null,
  isOne: (field: Field) => boolean,
): string | null {
  const question = fields.find(({ id }) => id === usualId) ?? fields.find(isOne);
  const answer = question === undefined ? undefined : ownValue(answers, question.id);
  return typeof answer === 'string' ? answer : null;
}
