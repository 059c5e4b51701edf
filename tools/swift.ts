/**
 * A real S3-compatible store of our own for the tests: Debian's OpenStack Swift in one process, in the temporary folder, on a
 * free port.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AwsClient } from 'aws4fetch';
import { type S3Bucket, s3Bucket, type S3Settings } from '#server/uploads/s3/s3-bucket.ts';

const installed = '/usr/bin/swift-proxy-server';

export interface TestBucket {
  readonly settings: S3Settings;
  readonly bucket: S3Bucket;
  /** As a server is told of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** The name of every object, without the prefix. */
  names(): Promise<readonly string[]>;
}

export interface PrivateSwift {
  /** @returns a new, empty bucket */
  createBucket(): Promise<TestBucket>;
  /** Ends it at once, as a crash would. */
  crash(): Promise<void>;
  /** Starts it again after a crash, with what it holds and on the same port. */
  restart(): Promise<void>;
  /** Stops it and removes what it holds. */
  stop(): Promise<void>;
}

const startWithinMs = 60_000;

/** Throws in words for the person who runs the tests when Swift is not to be had. */
export async function startSwift(): Promise<PrivateSwift> {
  if (!existsSync(installed)) {
    const packages = 'swift-proxy swift-account swift-container swift-object';
    throw new Error(`The tests need OpenStack Swift. On Debian or Ubuntu: sudo apt-get install ${packages}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-swift-'));
  const accessKeyId = 'ajukan:tests';
  const secretAccessKey = randomBytes(16).toString('hex');
  let { server, port } = await launch(0);
  let buckets = 0;
  const killAtExit = () => void server.kill('SIGKILL');
  process.on('exit', killAtExit);

  async function launch(wanted: number): Promise<{ server: ChildProcess; port: number }> {
    const program = fileURLToPath(new URL('swift/serve.py', import.meta.url));
    // Debian's own Python, whatever stands before it in the path: its packages are for that one.
    const child = spawn('/usr/bin/python3', [program, folder, String(wanted), accessKeyId, secretAccessKey], {
      cwd: folder,
      // It ends with its standard input, and so with this process, however that ends.
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const listening = (async () => {
      for await (const line of createInterface({ input: child.stdout })) {
        const found = /^listening on (\d+)$/.exec(line)?.[1];
        if (found !== undefined) return Number(found);
      }
      throw new Error(`Swift ended before it listened: ${said.slice(-2000)}`);
    })();
    const late = setTimeout(() => child.kill('SIGKILL'), startWithinMs);
    try {
      return { server: child, port: await listening };
    } finally {
      clearTimeout(late);
    }
  }

  async function end(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await exited;
  }

  return {
    createBucket: async () => {
      buckets += 1;
      const settings: S3Settings = {
        endpoint: `http://127.0.0.1:${port}`,
        region: 'us-east-1',
        bucket: `papers-${buckets}`,
        prefix: 'tests/here/',
        accessKeyId,
        secretAccessKey,
        encryption: null,
      };
      const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: settings.region });
      const made = await client.fetch(`${settings.endpoint}/${settings.bucket}`, { method: 'PUT' });
      if (!made.ok) throw new Error(`Swift made no bucket: ${made.status} ${await made.text()}`);
      const bucket = s3Bucket(settings);
      return {
        settings,
        bucket,
        environment: {
          STORAGE_URL: `s3://${settings.bucket}/tests/here?endpoint=${settings.endpoint}`,
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
        },
        names: async () => (await s3Bucket({ ...settings, prefix: '' }).list('')).map(({ name }) => name),
      };
    },
    crash: end,
    restart: async () => {
      await end();
      ({ server, port } = await launch(port));
    },
    stop: async () => {
      await end();
      process.off('exit', killAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
