import type { JsonObject } from '#lib/json.ts';
import { ownValue } from '#domain/form/json-object.ts';
import { areaPattern } from '#domain/form/validate-value.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';

export const officeLevels = ['desa', 'kecamatan', 'dinas'] as const;
export type OfficeLevel = (typeof officeLevels)[number];

/** An office of the regency, by the Kepmendagri code of the place that it serves: "36.03", "36.03.01", "36.03.01.2003". */
export interface Office {
  readonly level: OfficeLevel;
  readonly area: string;
}

/** Where an official works: one office or, with the code of a larger place, every office of that level in it. */
export interface Post extends Office {
  /** Ids of the services that are theirs; absent: every service of the office. */
  readonly services?: readonly string[] | undefined;
}

const kecamatanLength = '36.03.01'.length;

/**
 * Which office an application goes to: the service says the level, and the first place that its form asks for says
 * where. Without a place in the regency it is the regency's own office, so that nothing is ever nobody's.
 * @param regency Kepmendagri code, "36.03"
 */
export function officeOf(
  { level, steps }: Pick<ServiceDefinition, 'level' | 'steps'>,
  answers: JsonObject,
  regency: string,
): Office {
  const question = steps.flatMap(({ fields }) => fields).find(({ type }) => type === 'area');
  const village = question === undefined ? undefined : ownValue(answers, question.id);
  if (typeof village === 'string' && areaPattern.test(village) && isWithin(village, regency)) {
    if (level === 'desa') return { level, area: village };
    if (level === 'kecamatan') return { level, area: village.slice(0, kecamatanLength) };
  }
  return { level: 'dinas', area: regency };
}

/** Whether work of this office about this service is theirs who hold the post. */
export function isAtPost(post: Post, office: Office, serviceId: string): boolean {
  if (post.level !== office.level || !isWithin(office.area, post.area)) return false;
  return post.services === undefined || post.services.includes(serviceId);
}

function isWithin(area: string, larger: string): boolean {
  return area === larger || area.startsWith(`${larger}.`);
}
