/** The marks of uploads, read off the requests themselves; only in the bench build. */

const uploadSizes = new Map<string, number>();

/**
 * From now on requests to the office leave marks: upload:start, upload:resume and upload:chunk (detail: offset in
 * bytes), upload:done. With `?up=ORIGIN` in the page's address they go to that origin instead.
 */
export function markUploads(): void {
  const send = window.fetch.bind(window);
  const office = new URLSearchParams(location.search).get('up');
  window.fetch = async (input, init) => {
    const path = typeof input === 'string' && input.startsWith('/v1/') ? input : null;
    if (path === null) return await send(input, init);
    const method = init?.method ?? 'GET';
    if (method === 'PUT' && path.startsWith('/v1/documents/')) performance.mark('upload:start');
    const response = await send(office === null ? path : new URL(path, office), init);
    if (response.ok) await note(method, path, init?.body, response);
    return response;
  };
}

async function note(method: string, path: string, body: unknown, response: Response): Promise<void> {
  if (method === 'PUT' && path.startsWith('/v1/documents/')) {
    const ticket: unknown = await response.clone().json();
    const announced: unknown = typeof body === 'string' ? JSON.parse(body) : null;
    const uploadUrl = valueOf(ticket, 'uploadUrl');
    const size = valueOf(announced, 'size');
    if (typeof uploadUrl === 'string' && typeof size === 'number') uploadSizes.set(uploadUrl, size);
    return;
  }
  const offset = response.headers.get('upload-offset');
  if (offset === null) return;
  const detail = { offset: Number(offset) };
  if (method === 'HEAD') performance.mark('upload:resume', { detail });
  if (method !== 'PATCH') return;
  performance.mark('upload:chunk', { detail });
  if (detail.offset === uploadSizes.get(path)) performance.mark('upload:done', { detail });
}

function valueOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
