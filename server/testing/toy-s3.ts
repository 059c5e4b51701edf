import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { S3Settings } from '../uploads/s3/s3-bucket.ts';

/** What becomes of a request: in the order in which it could go wrong. */
export type S3Fault =
  /** Answered with this status and nothing done. */
  | { readonly kind: 'refuse'; readonly status: number; readonly code: string }
  /** Nothing done, and nobody answers. */
  | { readonly kind: 'silence' }
  /** Done, and the connection is gone before the answer. */
  | { readonly kind: 'lose-answer' }
  /** Done only after all that came meanwhile, as `late()` says; nobody answers. */
  | { readonly kind: 'arrive-late' }
  /** Half of the answer, then the connection is gone. */
  | { readonly kind: 'cut-answer' }
  | { readonly kind: 'slow'; readonly ms: number };

export interface AskedOfS3 {
  readonly method: string;
  /** Of the object, with its prefix; empty for the bucket. */
  readonly name: string;
  readonly query: URLSearchParams;
}

export interface ToyS3 {
  readonly settings: S3Settings;
  readonly objects: ReadonlyMap<string, Buffer>;
  readonly asked: readonly AskedOfS3[];
  /** Of every request from now on; undefined for one that goes well. */
  spoil(fault: (asked: AskedOfS3) => S3Fault | undefined): void;
  /** Does what was to arrive late. */
  late(): void;
  remove(name: string): void;
  /** Other bytes of the same length, behind everybody's back. */
  overwrite(name: string): void;
  /** As a bucket with versioning. */
  keepVersions(): void;
  close(): Promise<void>;
}

/** An S3-compatible store in the memory of a test, over a real socket. It lists a few objects at a time and knows no signature. */
export async function toyS3(listedAtOnce = 3): Promise<ToyS3> {
  const objects = new Map<string, Buffer>();
  const asked: AskedOfS3[] = [];
  const arriving: (() => void)[] = [];
  let versions = '';
  let faultOf: (one: AskedOfS3) => S3Fault | undefined = () => undefined;

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://toy');
    const one = {
      method: request.method ?? '',
      name: url.pathname.split('/').slice(2).join('/'),
      query: url.searchParams,
    };
    asked.push(one);
    const body = await bodyOf(request);
    const fault = faultOf(one);
    switch (fault?.kind) {
      case 'refuse':
        return send(response, fault.status, `<Error><Code>${fault.code}</Code></Error>`);
      case 'silence':
        return;
      case 'arrive-late':
        arriving.push(() => void done(one, request, body));
        return;
      case 'lose-answer':
        done(one, request, body);
        request.socket.destroy();
        return;
      case 'cut-answer': {
        const { status, content } = done(one, request, body);
        response.writeHead(status, { 'Content-Length': content.length });
        response.write(content.subarray(0, Math.floor(content.length / 2)), () => request.socket.destroy());
        return;
      }
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        break;
      case undefined:
        break;
    }
    const { status, content } = done(one, request, body);
    if (one.method === 'PUT' && versions !== '') response.setHeader('x-amz-version-id', 'KANARI');
    send(response, status, content);
  }

  function done(
    { method, name, query }: AskedOfS3,
    { headers }: IncomingMessage,
    body: Buffer,
  ): { readonly status: number; readonly content: Buffer } {
    const say = (status: number, text: string) => ({ status, content: Buffer.from(text) });
    if (name === '' && query.has('list-type')) return say(200, listing(query));
    if (name === '') return say(200, `<VersioningConfiguration>${versions}</VersioningConfiguration>`);
    const object = objects.get(name);
    switch (method) {
      case 'PUT': {
        const isSame =
          headers['x-amz-content-sha256'] === createHash('sha256').update(body).digest('hex') &&
          headers['content-md5'] === createHash('md5').update(body).digest('base64');
        if (!isSame) return say(400, '<Error><Code>BadDigest</Code></Error>');
        objects.set(name, body);
        return say(200, '');
      }
      case 'DELETE':
        objects.delete(name);
        return say(204, '');
      default: {
        if (object === undefined) return say(404, '<Error><Code>NoSuchKey</Code></Error>');
        const from = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
        return from === undefined
          ? { status: 200, content: object }
          : { status: 206, content: object.subarray(Number(from)) };
      }
    }
  }

  function listing(query: URLSearchParams): string {
    const after = query.get('continuation-token') ?? '';
    const names = [...objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '')).sort();
    const rest = names.filter((name) => name > after);
    const page = rest.slice(0, Math.min(listedAtOnce, Number(query.get('max-keys') ?? 1000)));
    const entries = page.map(
      (name) => `<Contents><Key>${name}</Key><Size>${objects.get(name)?.length ?? 0}</Size></Contents>`,
    );
    const end =
      page.length < rest.length
        ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>`
        : '<IsTruncated>false</IsTruncated>';
    return `<ListBucketResult>${end}${entries.join('')}</ListBucketResult>`;
  }

  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'papers',
      prefix: 'toy/',
      accessKeyId: 'kunci',
      secretAccessKey: 'chance-0123456789',
      encryption: null,
    },
    objects,
    asked,
    spoil: (fault) => {
      faultOf = fault;
    },
    late: () => {
      for (const arrive of arriving.splice(0)) arrive();
    },
    remove: (name) => void objects.delete(name),
    overwrite: (name) => {
      objects.set(name, Buffer.alloc(objects.get(name)?.length ?? 0, 7));
    },
    keepVersions: () => {
      versions = '<Status>Enabled</Status>';
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, content: Buffer | string): void {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(content) });
  response.end(status === 204 ? undefined : content);
}
