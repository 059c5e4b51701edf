/** What is to be sent, and the office that it goes to: a real one, with a service that asks for photos. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../../server/start.ts';
import { testAccounts } from '../../../server/testing/test-accounts.ts';
import { type TestPhone, testPhone } from '../../../server/testing/test-phone.ts';
import { testFile } from '../../../server/testing/test-file.ts';
import { testService } from '../../../server/testing/test-service.ts';
import { testPaper, testSubmission, type TestSubmission } from '../../../server/testing/test-submission.ts';
import { fileUploadStore } from '../../../server/uploads/file-upload-store.ts';

export interface Load {
  readonly applications: number;
  readonly filesEach: number;
  readonly fileBytes: number;
  /** The body of each application, filled up to this. */
  readonly answerBytes: number;
}

export interface Cargo {
  readonly submissions: readonly TestSubmission[];
  /** Of all files and bodies together. */
  readonly bytes: number;
}

export function makeCargo({ applications, filesEach, fileBytes, answerBytes }: Load): Cargo {
  const submissions = Array.from({ length: applications }, () =>
    testSubmission(Array.from({ length: filesEach }, () => testPaper('ktp', testFile(fileBytes)))),
  );
  return { submissions, bytes: applications * (filesEach * fileBytes + answerBytes) };
}

export interface RealOffice {
  readonly port: number;
  readonly phone: TestPhone;
  /** Whether every file lies there once, whole, with its SHA-256. */
  hasWhole(submissions: readonly TestSubmission[], urls: ReadonlyMap<string, string>): Promise<boolean>;
  /** What lies on the disk of the file that was given this address. */
  heldBytes(uploadUrl: string): Promise<number>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<RealOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-uploads-'));
  const dataDir = join(folder, 'data');
  const photos = { id: 'ktp', label: { id: 'Foto' }, required: true, accept: ['image/jpeg' as const], maxFiles: 10 };
  writeFileSync(join(folder, 'surat-uji.json'), JSON.stringify({ ...testService, requirements: [photos] }));
  const server = await startServer({
    port: 0,
    dataDir,
    catalogueDir: folder,
    webDist: join(folder, 'no-dist'),
    demoAccounts: Object.values(testAccounts),
    logLevel: 'silent',
    rateLimits: null,
  });
  const files = fileUploadStore(join(dataDir, 'files'));
  return {
    port: server.port,
    phone: await testPhone(server.url),
    async hasWhole(submissions, urls) {
      for (const { id, file } of submissions.flatMap(({ papers }) => papers)) {
        const { sha256, sizeBytes } = await files.digest(keyOf(urls.get(id) ?? ''));
        if (sha256 !== file.sha256 || sizeBytes !== file.size) return false;
      }
      return true;
    },
    heldBytes: (uploadUrl) => files.size(keyOf(uploadUrl)),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function keyOf(uploadUrl: string): string {
  return uploadUrl.split('/').at(-1) ?? '';
}

/** The body with blanks at its end, so that it has the length of long answers. */
export function bodyOf({ body }: TestSubmission, answerBytes: number): ArrayBuffer {
  return new TextEncoder().encode(JSON.stringify(body).padEnd(answerBytes)).buffer;
}

export function sha256(bytes: ArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
}
