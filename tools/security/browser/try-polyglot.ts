import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import type { ChromiumPhone } from '#tests/e2e/harness/chromium.ts';
import type { Office } from '#tests/e2e/harness/office.ts';
import { bearerFor } from './bearer-for.ts';

/**
 * R17: a paper that is a page as well is put in, and opened in the browser of its owner; then its address is used by
 * somebody else, and after its owner has signed out.
 */
export async function tryPolyglot(
  phone: ChromiumPhone,
  office: Office,
  { id, bytes }: { readonly id: string; readonly bytes: Buffer },
  sha256: string,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const content = `/v1/documents/${id}/content`;
  const put = await phone.page.evaluate(putPaper, { id, base64: bytes.toString('base64'), size: bytes.length, sha256 });
  if (put !== 204) return [`the paper was not taken: ${put}`];
  const page = await phone.context.newPage();
  const title = await titleAt(page, office.origin + content);
  if (title.includes('BERJALAN')) faults.push('a script in a paper ran at our own address');
  const planted = await plantedAnswer(bytes);
  // The same bytes as a page do run: what stops them is how we answer.
  if (!(await titleAt(page, planted.url)).includes('BERJALAN')) faults.push('the planted page does not run anywhere');
  planted.close();
  await page.close();
  const cookies = await phone.context.cookies(office.origin);
  const own = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const statusFor = async (headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(office.directOrigin + content, { headers });
    await answer.arrayBuffer();
    return answer.status;
  };
  const statuses = {
    owner: await statusFor({ Cookie: own }),
    stranger: await statusFor(await bearerFor(office.directOrigin, office.nextCitizen())),
    nobody: await statusFor({}),
  };
  if (JSON.stringify(statuses) !== JSON.stringify({ owner: 200, stranger: 404, nobody: 401 }))
    faults.push(`the address of a paper answers ${JSON.stringify(statuses)}`);
  return faults;
}

/** In the page, with its own session. */
async function putPaper(paper: { id: string; base64: string; size: number; sha256: string }): Promise<number> {
  const { id, base64, size, sha256 } = paper;
  const applicationId = `0192f0c1-7d3a-7b6e-8f00-${id.slice(-12)}`;
  const announced = await fetch(`/v1/documents/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ applicationId, slot: 'bukti', mediaType: 'application/pdf', size, sha256 }),
  });
  if (announced.status !== 201) return announced.status;
  const ticket: unknown = await announced.json();
  if (typeof ticket !== 'object' || ticket === null || !('uploadUrl' in ticket)) return 0;
  const sent = await fetch(String(ticket.uploadUrl), {
    method: 'PATCH',
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    body: Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0),
  });
  return sent.status;
}

/** A download ends the way there with an error, and the page stays what it was. */
async function titleAt(page: Page, url: string): Promise<string> {
  await page.goto('about:blank');
  await page.goto(url).catch(() => undefined);
  return await page.title();
}

async function plantedAnswer(bytes: Buffer): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_request, answer) => {
    answer.setHeader('Content-Type', 'text/html').end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
