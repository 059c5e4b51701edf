import { isLoopback } from './oidc/is-loopback.ts';
import { StartProblem } from './start-problem.ts';
import type { S3Settings } from './uploads/s3/s3-bucket.ts';

/** Reads a variable; undefined where it is not set, or blank. */
type Read = (name: string) => string | undefined;

/** An S3-compatible store for the bytes of papers. */
export interface StorageSettings extends S3Settings {
  /** The bucket keeps older versions, and a rule of its own lets them go. */
  readonly versionsExpire: boolean;
}

const example = 's3://ajukan-papers/production?endpoint=https://s3.example.go.id&region=id-jkt-1';
const known = ['endpoint', 'region', 'sse', 'versions'];

/** Null where STORAGE_URL is not set: papers lie in the data folder. Throws StartProblem; never with a secret in it. */
export function storageFrom(read: Read): StorageSettings | null {
  const value = read('STORAGE_URL');
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 's3:' || url.hostname === '')
    throw new StartProblem(`STORAGE_URL has to look like ${example}. Leave it out to keep papers in the data folder.`);
  if (url.username !== '' || url.password !== '' || url.port !== '' || url.hash !== '')
    throw new StartProblem(
      'STORAGE_URL names a bucket and nothing else before its "?": the keys belong into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a host and port into ?endpoint=https://…',
    );
  for (const name of url.searchParams.keys()) {
    if (!known.includes(name) || url.searchParams.getAll(name).length > 1)
      throw new StartProblem(
        `STORAGE_URL has "${name}" after its "?", but there may be ${known.join(', ')}, each once at most.`,
      );
  }
  const region = regionOf(url.searchParams.get('region') ?? 'us-east-1');
  return {
    bucket: bucketOf(url.hostname),
    prefix: prefixOf(url.pathname),
    region,
    endpoint: endpointOf(
      url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`,
      read('NODE_ENV') === 'production',
    ),
    encryption: encryptionOf(url.searchParams.get('sse')),
    versionsExpire: versionsExpire(url.searchParams.get('versions')),
    ...keysOf(read),
  };
}

function bucketOf(name: string): string {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) return name;
  throw new StartProblem(
    `STORAGE_URL names the bucket "${name}", but a bucket has 3 to 63 small letters, digits, "." and "-", like in ${example}.`,
  );
}

function prefixOf(path: string): string {
  const prefix = path.replace(/^\/|\/$/g, '');
  if (prefix === '') return '';
  if (/^[\w.-]+(?:\/[\w.-]+)*$/.test(prefix) && prefix.length <= 200) return `${prefix}/`;
  throw new StartProblem(
    `STORAGE_URL has the path "${path}", but it takes letters, digits, "_", ".", "-" and single "/", 200 at most.`,
  );
}

function regionOf(region: string): string {
  if (/^[a-zA-Z0-9-]{1,40}$/.test(region)) return region;
  throw new StartProblem(
    `STORAGE_URL has region=${region}, but a region has letters, digits and "-". Ask who runs the store; leave it out if it has none.`,
  );
}

function endpointOf(endpoint: string, isProduction: boolean): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search + url.username !== '')
    throw new StartProblem(
      'STORAGE_URL has an endpoint that is not scheme, host and port and nothing else, like endpoint=https://s3.example.go.id:9000',
    );
  if (isProduction && url.protocol === 'http:' && !isLoopback(url))
    throw new StartProblem(
      'STORAGE_URL has an http endpoint in production: papers would be read on the way. Name the https address of the store.',
    );
  return url.origin;
}

function encryptionOf(sse: string | null): string | null {
  if (sse === null || sse === 'AES256' || sse === 'aws:kms') return sse;
  throw new StartProblem(`STORAGE_URL has sse=${sse}, but there are AES256 and aws:kms; left out, the bucket decides.`);
}

function versionsExpire(versions: string | null): boolean {
  if (versions === null) return false;
  if (versions === 'expire') return true;
  throw new StartProblem(
    `STORAGE_URL has versions=${versions}, but there is versions=expire only: said where a rule of the bucket removes older versions.`,
  );
}

function keysOf(read: Read): Pick<StorageSettings, 'accessKeyId' | 'secretAccessKey'> {
  const accessKeyId = read('AWS_ACCESS_KEY_ID');
  const secretAccessKey = read('AWS_SECRET_ACCESS_KEY');
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new StartProblem(
      `STORAGE_URL is set and ${accessKeyId === undefined ? 'AWS_ACCESS_KEY_ID' : 'AWS_SECRET_ACCESS_KEY'} is not: the store asks for both keys.`,
    );
  if (read('AWS_SESSION_TOKEN') !== undefined)
    throw new StartProblem(
      'AWS_SESSION_TOKEN is set: keys that end after hours would stop uploads. Give the server keys of its own that last, for its bucket only.',
    );
  return { accessKeyId, secretAccessKey };
}
