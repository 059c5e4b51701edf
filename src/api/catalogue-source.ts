import type { LocalizedText, ServiceDefinition, ServiceSummary } from '#domain/service/definition.ts';
import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';

type Fetched<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly etag: string | null }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'office-trouble' };

/** The office's services. A definition is checked before it is let in: a form is made from nothing else. */
export function createCatalogueSource(http: HttpClient, nowMs: () => number) {
  const never = new AbortController().signal;

  async function fetchTagged<T>(
    target: string,
    etag: string | null,
    read: (body: unknown) => T | undefined,
  ): Promise<Fetched<T>> {
    const headers = etag === null ? {} : { 'If-None-Match': etag };
    const answer = await http.send({ method: 'GET', target, headers }, never);
    if (answer.kind === 'answer' && answer.status === 304 && etag !== null) return { kind: 'not-modified' };
    const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
      mediaType === 'application/json' ? read(body) : undefined,
    );
    switch (outcome.kind) {
      case 'ok':
        return { kind: 'ok', value: outcome.value, etag: answer.kind === 'answer' ? answer.header('etag') : null };
      case 'unreachable':
        return { kind: outcome.reason === 'server-error' ? 'office-trouble' : 'no-connection' };
      case 'refused':
        return { kind: outcome.status === 404 || outcome.status === 410 ? 'missing' : 'office-trouble' };
      case 'busy':
      case 'sign-in-needed':
      case 'update-needed':
      case 'seal-needed':
      case 'offset-conflict':
      case 'upload-gone':
      case 'digest-mismatch':
        return { kind: 'office-trouble' };
    }
  }

  return {
    fetchServices: (etag: string | null): Promise<Fetched<readonly ServiceSummary[]>> =>
      fetchTagged('/v1/services', etag, readSummaries),
    async fetchService(serviceId: string, etag: string | null): Promise<Fetched<ServiceDefinition>> {
      // Nine kilobytes that the first screen does not wait for.
      const { checkDefinition } = await import('#domain/service/check-definition.ts');
      const fetched = await fetchTagged(`/v1/services/${encodeURIComponent(serviceId)}`, etag, (body) => {
        if (!isRecord(body) || body['id'] !== serviceId) return undefined;
        const check = checkDefinition(body, 'app');
        return check.ok ? check.definition : 'unreadable';
      });
      if (fetched.kind !== 'ok') return fetched;
      const { value } = fetched;
      return value === 'unreadable' ? { kind: 'unreadable' } : { ...fetched, value };
    },
  };
}

/** One service that can't be read is left out and the others are shown. */
function readSummaries(body: unknown): readonly ServiceSummary[] | undefined {
  const items: unknown = isRecord(body) ? body['items'] : undefined;
  return Array.isArray(items) ? items.filter(isSummary) : undefined;
}

function isSummary(value: unknown): value is ServiceSummary {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    isCount(value['schemaVersion']) &&
    isLocalized(value['name']) &&
    isLocalized(value['description']) &&
    isText(value['category']) &&
    isText(value['unit']) &&
    typeof value['sampleData'] === 'boolean' &&
    isCount(value['feeIdr']) &&
    (value['workingDays'] === null || isCount(value['workingDays']))
  );
}

function isLocalized(value: unknown): value is LocalizedText {
  return isRecord(value) && isText(value['id']) && (value['en'] === undefined || typeof value['en'] === 'string');
}
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
