import type { Answers } from '#domain/form/answers.ts';
import type { Consent } from '#domain/resident/consent.ts';
import { isRecord } from '#lib/is-record.ts';

/** The resident's yes inside an unsealed envelope; undefined when there is none, or it is not of our making. */
export function consentIn(envelope: ArrayBuffer): Consent | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(envelope));
    const resident = isRecord(parsed) ? parsed['onBehalfOf'] : undefined;
    return isRecord(resident) ? readConsent(resident['consent']) : undefined;
  } catch {
    return undefined;
  }
}

function readConsent(value: unknown): Consent | undefined {
  if (!isRecord(value)) return undefined;
  const { textVersion, language, givenAt, method, proof, witness } = value;
  const givenAtMs = typeof givenAt === 'string' ? Date.parse(givenAt) : Number.NaN;
  if (typeof textVersion !== 'string' || Number.isNaN(givenAtMs)) return undefined;
  if (language !== 'id' && language !== 'en') return undefined;
  if (method !== 'signature' && method !== 'signed-paper' && method !== 'spoken') return undefined;
  return {
    textVersion,
    language,
    givenAtMs,
    method,
    proof: typeof proof === 'string' ? proof : null,
    witness: typeof witness === 'string' ? witness : null,
  };
}

/** The answers inside an unsealed envelope; undefined when it is sealed or not ours. */
export function answersIn(envelope: ArrayBuffer): Answers | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(envelope));
    return isSubmission(parsed) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function isSubmission(value: unknown): value is { readonly data: Answers } {
  return isRecord(value) && isRecord(value['data']);
}
