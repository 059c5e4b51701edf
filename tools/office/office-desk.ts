import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ApplicationView } from '#contract/application-view.ts';
import { type QueueItem, QueuePage } from '#contract/queue-schemas.ts';
import { Problem, ReceiptWire } from '#contract/schemas.ts';
import { TokenResponse } from '#contract/identity-schemas.ts';

/** What went wrong, in words for the person at the desk. */
export class OfficeProblem extends Error {
  override readonly name = 'OfficeProblem';
}

export interface OfficeDesk {
  /** Complete applications, the longest waiting first, page by page. */
  queue(status?: string): AsyncIterable<z.output<typeof QueueItem>>;
  /** @param number registration number or id */
  read(number: string): Promise<{ readonly view: z.output<typeof ApplicationView>; readonly etag: string }>;
  decide(number: string, action: string, reason: string | undefined): Promise<z.output<typeof ReceiptWire>>;
}

const demoGrant = 'urn:ajukan:params:oauth:grant-type:demo';

/** An officer signed in at a backend. Every method rejects with OfficeProblem. */
export async function openOfficeDesk(baseUrl: string, login: string, code: string): Promise<OfficeDesk> {
  const base = baseUrl.replace(/\/$/, '');
  const signIn = await exchange(`${base}/v1/auth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ grant_type: demoGrant, login, code }),
  });
  const { access_token } = await readAs(TokenResponse, signIn);
  const authorization = { Authorization: `Bearer ${access_token}` };
  const get = (path: string) => exchange(`${base}${path}`, { headers: authorization });

  async function* queue(status?: string): AsyncGenerator<z.output<typeof QueueItem>> {
    let after: string | null = null;
    do {
      const query = new URLSearchParams({
        ...(status === undefined ? {} : { status }),
        ...(after === null ? {} : { after }),
      });
      const page = await readAs(QueuePage, await get(`/v1/queue?${query.toString()}`));
      yield* page.items;
      after = page.next;
    } while (after !== null);
  }

  async function idOf(number: string): Promise<string> {
    if (z.uuid().safeParse(number).success) return number;
    for await (const item of queue()) if (item.registrationNumber === number) return item.id;
    throw new OfficeProblem(`No complete application has the number ${number}.`);
  }

  async function read(number: string) {
    const answer = await get(`/v1/applications/${await idOf(number)}`);
    return { view: await readAs(ApplicationView, answer), etag: answer.headers.get('etag') ?? '' };
  }

  return {
    queue,
    read,
    decide: async (number, action, reason) => {
      const { view, etag } = await read(number);
      const answer = await exchange(`${base}/v1/applications/${view.id}/decisions/${uuidv7()}`, {
        method: 'PUT',
        headers: { ...authorization, 'Content-Type': 'application/json', 'If-Match': etag },
        body: JSON.stringify({ action, ...(reason === undefined ? {} : { reason }) }),
      });
      return readAs(ReceiptWire, answer);
    },
  };
}

async function readAs<T>(schema: z.ZodType<T>, answer: Response): Promise<T> {
  const read = schema.safeParse(await answer.json().catch(() => null));
  if (read.success) return read.data;
  throw new OfficeProblem(`What answers at ${new URL(answer.url).origin} is no Ajukan server. Set OFFICE_URL or PORT.`);
}

async function exchange(url: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, init);
  } catch {
    throw new OfficeProblem(`Nothing answers at ${new URL(url).origin}. Is the server running (npm start)?`);
  }
  if (answer.ok) return answer;
  const problem = Problem.safeParse(await answer.json().catch(() => null));
  const words = problem.success
    ? [
        problem.data.detail,
        problem.data.title,
        ...(problem.data.errors ?? []).map(({ pointer, code }) => `${pointer}: ${code}`),
      ]
    : [];
  throw new OfficeProblem(`${answer.status}: ${words.join(' / ') || 'refused'}`);
}
