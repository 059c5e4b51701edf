import { randomBytes } from 'node:crypto';
import type { S3Bucket, S3Settings } from './s3-bucket.ts';
import { S3Trouble } from './s3-trouble.ts';

/**
 * Whether papers can be kept there: lists, writes, reads back and removes. Null when they can, else a sentence for the
 * person who starts the server.
 */
export async function tryBucket(
  bucket: S3Bucket,
  settings: Pick<S3Settings, 'endpoint' | 'bucket' | 'region'> & { readonly versionsExpire: boolean },
): Promise<string | null> {
  try {
    await bucket.list('', 1);
    const keeps = `the bucket "${settings.bucket}" keeps older versions, so erased papers would stay in it. Take another bucket, or give it a rule that removes older versions and add versions=expire.`;
    if (!settings.versionsExpire && (await bucket.keepsVersions()) === true) return keeps;
    const name = `try-${randomBytes(8).toString('hex')}`;
    const bytes = randomBytes(64);
    const isVersion = await bucket.put(name, bytes);
    const read: Uint8Array[] = [];
    for await (const piece of bucket.get({ name, sizeBytes: bytes.length }, 0)) read.push(piece);
    await bucket.remove(name);
    // Keys that may do what we need and no more are not told of the bucket: what it answers to an object tells.
    if (isVersion && !settings.versionsExpire) return keeps;
    return Buffer.concat(read).equals(bytes) ? null : 'what was written there is not what is read back.';
  } catch (error) {
    if (!(error instanceof S3Trouble)) throw error;
    return wordsFor(error.code, settings);
  }
}

function wordsFor(code: string, settings: Pick<S3Settings, 'endpoint' | 'bucket' | 'region'>): string {
  const { endpoint, bucket, region } = settings;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'no answer':
      return `nobody answers at ${endpoint} (${code}). Is the store running, and is its address right?`;
    case 'NoSuchBucket':
    case '404':
      return `there is no bucket "${bucket}" at ${endpoint}. Make it first, and keep it private.`;
    case 'AccessDenied':
    case '403':
      return `the keys may not list, write, read and remove in the bucket "${bucket}". Let them do so, there only.`;
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
      return `the store at ${endpoint} does not know these keys (${code}). Look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
    case 'AuthorizationHeaderMalformed':
    case 'PermanentRedirect':
    case '301':
    case '307':
      return `the bucket "${bucket}" is not in the region ${region} (${code}). Name its region: ?region=…`;
    case 'RequestTimeTooSkewed':
      return 'the clock of this machine and that of the store are too far apart. Set it right.';
    default:
      return /CERT|SELF_SIGNED|TLS|SSL|ISSUER|UNABLE_TO/.test(code)
        ? `the certificate of ${endpoint} does not hold (${code}). One of an office's own is named by NODE_EXTRA_CA_CERTS.`
        : `the store at ${endpoint} does not keep papers for us (${code}).`;
  }
}
