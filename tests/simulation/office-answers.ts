/** What the office says, and how it reads what it is told. */
import type { HttpAnswer } from '#api/http-client.ts';
import type { Submission } from './office-records.ts';

const none = (): null => null;

export function json(status: number, body: unknown): HttpAnswer {
  return { kind: 'answer', status, mediaType: 'application/json', body, header: none };
}

/** RFC 9457, as far as the app reads it. */
export function problem(status: number, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    kind: 'answer',
    status,
    mediaType: 'application/problem+json',
    body: { type: 'about:blank', title: 'no', status },
    header: (name) => headers[name] ?? null,
  };
}

export function upload(status: number, offset: number): HttpAnswer {
  const header = (name: string): string | null => (name === 'upload-offset' ? String(offset) : null);
  return { kind: 'answer', status, mediaType: '', body: undefined, header };
}

export function isSubmission(value: unknown): value is Submission {
  return typeof value === 'object' && value !== null && 'documents' in value && 'device' in value;
}

export function isAnnouncement(
  value: unknown,
): value is { readonly applicationId: string; readonly size: number; readonly sha256: string } {
  return typeof value === 'object' && value !== null && 'applicationId' in value && 'size' in value;
}
