import { z } from '@hono/zod-openapi';
import { Problem, type Role } from './schemas.ts';

/**
 * Who may call: everybody, everybody with a session, who applies for services, who does so for themselves, who decides on
 * applications, who answers for how an office works.
 */
export type Access = 'public' | 'signed-in' | 'applicants' | 'citizens' | 'officials' | 'heads';

/** Which roles a rule names. Whose application it is, and of which office, is asked behind it. */
export const rolesOf: Readonly<Record<Exclude<Access, 'public' | 'signed-in'>, readonly z.output<typeof Role>[]>> = {
  applicants: ['pemohon', 'pendamping'],
  citizens: ['pemohon'],
  officials: ['verifikator', 'penandatangan'],
  heads: ['penandatangan', 'admin'],
};

type AccessRule<A extends Access> = { readonly 'x-access': A };
export const forEverybody: AccessRule<'public'> = { 'x-access': 'public' };
export const forSignedIn: AccessRule<'signed-in'> = { 'x-access': 'signed-in' };
export const forApplicants: AccessRule<'applicants'> = { 'x-access': 'applicants' };
export const forCitizens: AccessRule<'citizens'> = { 'x-access': 'citizens' };
export const forHeads: AccessRule<'heads'> = { 'x-access': 'heads' };
export const forOfficers: AccessRule<'officials'> = { 'x-access': 'officials' };

const headerOf = (description: string) => ({ description, schema: { type: 'string' as const } });
export const etagHeader = { ETag: headerOf('Version of what is shown; goes back in If-None-Match or If-Match.') };

/** Of what officials do: with it they say on what they decided. */
export const ifMatchSeen = z.object({
  'if-match': z
    .string()
    .optional()
    .openapi({
      description:
        'The whole ETag that was seen. It tells every change to who reads again; what moves by itself (the promised day, others ' +
        'that may be the same application) is no reason for a 412.',
    }),
});

export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

export function jsonAnswer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } } as const;
}

export function jsonAnswerWithEtag<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, headers: etagHeader, content: { 'application/json': { schema } } } as const;
}

export function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: Problem } } } as const;
}

export function problemLater(description: string) {
  return {
    description,
    headers: { 'Retry-After': headerOf('Seconds to wait.') },
    content: { 'application/problem+json': { schema: Problem } },
  } as const;
}

export const otherBody = problem('The body is not application/json in UTF-8, or it has a Content-Encoding.');

/** What every route can answer. */
export const anyTrouble = {
  429: problemLater('Too many requests.'),
  503: problemLater('Not able to store or read for the moment; nothing was changed half-way.'),
} as const;
export const needsSession = {
  401: problem('No session, or an expired one. Nothing is dropped: sign in and repeat.'),
} as const;

/** Either is enough. A cookie also needs `Origin` or `Sec-Fetch-Site` of the same site for anything but GET. */
export const sessionSecurity = [{ bearer: [] }, { cookie: [] }];
