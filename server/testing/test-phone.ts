import type { z } from 'zod';
import { type Change, ChangePageWire, DocumentTicket } from '#contract/schemas.ts';
import { bearerOf } from './test-server.ts';
import type { TestPerson } from './test-accounts.ts';
import { announcementOf, type TestPaper, type TestSubmission } from './test-submission.ts';

/** Somebody's requests to a server over a real socket. */
export interface TestPhone {
  readonly authorization: { readonly Authorization: string };
  put(submission: TestSubmission): Promise<Response>;
  announce(applicationId: string, paper: TestPaper): Promise<string | null>;
  head(uploadUrl: string): Promise<Response>;
  offset(uploadUrl: string): Promise<number>;
  patch(uploadUrl: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response>;
  /** Everything in the change feed, in order. */
  changes(): Promise<readonly z.output<typeof Change>[]>;
}

export async function testPhone(url: string, person: TestPerson = 'siti'): Promise<TestPhone> {
  const authorization = await bearerOf(url, person);
  const json = { ...authorization, 'Content-Type': 'application/json' };
  const tus = { ...authorization, 'Tus-Resumable': '1.0.0' };
  const head = (uploadUrl: string) => fetch(`${url}${uploadUrl}`, { method: 'HEAD', headers: tus });
  return {
    authorization,
    head,
    put: ({ path, body }) => fetch(`${url}${path}`, { method: 'PUT', headers: json, body: JSON.stringify(body) }),
    announce: async (applicationId, paper) => {
      const body = JSON.stringify(announcementOf(applicationId, paper));
      const answer = await fetch(`${url}/v1/documents/${paper.id}`, { method: 'PUT', headers: json, body });
      return DocumentTicket.parse(await answer.json()).uploadUrl;
    },
    offset: async (uploadUrl) => Number((await head(uploadUrl)).headers.get('upload-offset')),
    patch: (uploadUrl, offset, bytes) =>
      fetch(`${url}${uploadUrl}`, {
        method: 'PATCH',
        headers: { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
        body: bytes,
      }),
    changes: async () => {
      const items: z.output<typeof Change>[] = [];
      let after = '';
      for (let more = true; more; ) {
        const answer = await fetch(`${url}/v1/changes?limit=200${after}`, { headers: authorization });
        const page = ChangePageWire.parse(await answer.json());
        items.push(...page.items);
        ({ more } = page);
        after = `&after=${page.next}`;
      }
      return items;
    },
  };
}
