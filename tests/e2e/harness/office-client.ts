import { ApplicationView } from '#contract/application-view.ts';
import { ResultTicket } from '#contract/result-schemas.ts';
import { ChangePageWire, DocumentTicket, ReceiptWire } from '#contract/schemas.ts';
import { createHash } from 'node:crypto';
import { TokenResponse } from '#contract/identity-schemas.ts';
import type { z } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { until } from './until.ts';
import type { DemoAccount } from '#server/auth/demo-issuer.ts';

export type OfficeApplication = z.infer<typeof ApplicationView>;

/** The office through its own API, past the fault proxy: what is really there. */
export class OfficeClient {
  readonly #origin: string;
  readonly #token: string;

  private constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  static async signIn(origin: string, account: DemoAccount): Promise<OfficeClient> {
    const response = await fetch(`${origin}/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'urn:ajukan:params:oauth:grant-type:demo',
        login: account.login,
        code: account.code,
      }),
    });
    if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
    return new OfficeClient(origin, TokenResponse.parse(await response.json()).access_token);
  }

  /** Every application of the account, each once, as it is now. */
  async listApplications(): Promise<readonly OfficeApplication[]> {
    const ids = new Set<string>();
    let cursor: string | null = null;
    for (;;) {
      const query: string = cursor === null ? '' : `?after=${encodeURIComponent(cursor)}`;
      const page: z.infer<typeof ChangePageWire> = ChangePageWire.parse(
        await (await this.#ask('GET', `/v1/changes${query}`)).json(),
      );
      for (const change of page.items) ids.add(change.applicationId);
      if (!page.more) break;
      cursor = page.next;
    }
    return await Promise.all([...ids].map(async (id) => await this.readApplication(id)));
  }

  async readApplication(id: string): Promise<OfficeApplication> {
    return ApplicationView.parse(await (await this.#ask('GET', `/v1/applications/${id}`)).json());
  }

  async readDocument(id: string): Promise<Buffer> {
    return Buffer.from(await (await this.#ask('GET', `/v1/documents/${id}/content`)).arrayBuffer());
  }

  /** The status of an answer to the survey under another id: 409 where the application's was taken already. */
  async answerAgain(id: string): Promise<number> {
    const score = 1;
    const answers = {
      U1: score,
      U2: score,
      U3: score,
      U4: score,
      U5: score,
      U6: score,
      U7: score,
      U8: score,
      U9: score,
    };
    const response = await fetch(`${this.#origin}/v1/applications/${id}/survey/${uuidv7()}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ answers, answeredAt: new Date().toISOString() }),
    });
    return response.status;
  }

  /** Puts an application in, as a phone would. */
  async apply(body: Readonly<Record<string, unknown>>): Promise<z.infer<typeof ReceiptWire>> {
    const response = await this.#ask('PUT', `/v1/applications/${uuidv7()}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documents: [], capturedAt: new Date().toISOString(), ...body }),
    });
    return ReceiptWire.parse(await response.json());
  }

  /** The same with photos, which the office has looked through when this resolves. */
  async applyWithPhotos(
    body: Readonly<Record<string, unknown>>,
    photos: readonly { readonly slot: string; readonly photo: Buffer<ArrayBuffer> }[],
  ): Promise<z.infer<typeof ReceiptWire>> {
    const applicationId = uuidv7();
    const papers = photos.map(({ slot, photo }) => {
      const sha256 = createHash('sha256').update(photo).digest('hex');
      return { photo, id: uuidv7(), paper: { slot, mediaType: 'image/jpeg', size: photo.byteLength, sha256 } };
    });
    const documents = papers.map(({ id, paper }) => ({ id, ...paper }));
    const whole = { documents, capturedAt: new Date().toISOString(), ...body };
    const put = async (path: string, content: object): Promise<unknown> => {
      const init = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) };
      return (await this.#ask('PUT', path, init)).json();
    };
    await put(`/v1/applications/${applicationId}`, whole);
    for (const { photo, id, paper } of papers) {
      const ticket = DocumentTicket.parse(await put(`/v1/documents/${id}`, { applicationId, ...paper }));
      await this.#upload(ticket.uploadUrl ?? '', photo);
    }
    return await until('the office has looked through the photos', async () => {
      const receipt = ReceiptWire.parse(await put(`/v1/applications/${applicationId}`, whole));
      return receipt.status === 'submitted' && receipt;
    });
  }

  /** As an officer. */
  async decide(
    applicationId: string,
    action: string,
    reason?: string,
    fields?: readonly string[],
  ): Promise<z.infer<typeof ReceiptWire>> {
    const current = await this.#ask('GET', `/v1/applications/${applicationId}`);
    const response = await this.#ask('PUT', `/v1/applications/${applicationId}/decisions/${uuidv7()}`, {
      headers: { 'content-type': 'application/json', 'if-match': current.headers.get('etag') ?? '*' },
      body: JSON.stringify({
        action,
        ...(reason === undefined ? {} : { reason }),
        ...(fields === undefined ? {} : { fields }),
      }),
    });
    return ReceiptWire.parse(await response.json());
  }

  /** As an official, what was applied for; whole at the office when this resolves with its id. */
  async giveFile(
    applicationId: string,
    named: { readonly title: string; readonly number?: string },
    pdf: Buffer<ArrayBuffer>,
  ): Promise<string> {
    const id = uuidv7();
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const file = { kind: 'file', mediaType: 'application/pdf', size: pdf.byteLength, sha256 };
    const current = await this.#ask('GET', `/v1/applications/${applicationId}`);
    const seen = { 'if-match': current.headers.get('etag') ?? '*' };
    const put = async () => {
      const headers = { 'content-type': 'application/json', ...seen };
      const init = { headers, body: JSON.stringify({ ...named, ...file }) };
      const answer = await this.#ask('PUT', `/v1/applications/${applicationId}/results/${id}`, init);
      return ResultTicket.parse(await answer.json());
    };
    await this.#upload((await put()).uploadUrl ?? '', pdf);
    await until('the office has looked through the document', async () => (await put()).state === 'clean');
    return id;
  }

  /** As the applicant, from somewhere else than the phone. */
  async withdraw(applicationId: string): Promise<void> {
    const { version } = await this.readApplication(applicationId);
    await this.#ask('PUT', `/v1/applications/${applicationId}/withdrawals/${uuidv7()}`, {
      headers: { 'content-type': 'application/json', 'if-match': `"${String(version)}"` },
      body: '{}',
    });
  }

  /** Ends a session, as the office does when it expires. */
  async revoke(token: string): Promise<void> {
    await this.#ask('POST', '/v1/auth/revoke', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
  }

  async #upload(uploadUrl: string, body: Buffer<ArrayBuffer>): Promise<void> {
    await this.#ask('PATCH', uploadUrl, {
      headers: {
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body,
    });
  }

  async #ask(
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: string | Buffer<ArrayBuffer> } = {},
  ): Promise<Response> {
    const response = await fetch(this.#origin + path, {
      method,
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${this.#token}` },
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response;
  }
}
