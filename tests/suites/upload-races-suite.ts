import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ReceiptWire } from '#contract/schemas.ts';
import { rawPatch } from '#server/testing/raw-patch.ts';
import { testFile } from '#server/testing/test-file.ts';
import { testPhone, type TestPhone } from '#server/testing/test-phone.ts';
import { spawnServer, testFolder, type ServerProcess } from '#server/testing/test-server.ts';
import { testPaper, testSubmission } from '#server/testing/test-submission.ts';
import { fileUploadStore } from '#server/uploads/file-upload-store.ts';
import type { UploadStore } from '#server/uploads/upload-store.ts';

const sizeBytes = 300_000;
const firstBytes = 100_000;

/** Races for the bytes of one file, over sockets, between processes that may die: whoever is asked keeps these promises. */
export function describeUploadRaces(
  name: string,
  processes: number,
  open: () => Promise<{
    readonly environment: Readonly<Record<string, string>>;
    /** Where the bytes lie; absent: in the folder of the servers. */
    readonly files?: UploadStore;
    close(): Promise<void>;
  }>,
): void {
  describe(`races for an upload: ${name}`, () => {
    const folder = testFolder();
    let files: UploadStore;
    let opened: Awaited<ReturnType<typeof open>>;
    let servers: ServerProcess[];
    let phones: TestPhone[];

    beforeAll(async () => {
      opened = await open();
      files = opened.files ?? fileUploadStore(join(folder.dataDir, 'files'));
      servers = [];
      phones = [];
      // One after another: the first one makes the tables.
      for (let index = 0; index < processes; index += 1) await start(index);
    }, 60_000);
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.end('SIGTERM')));
      await opened.close();
      folder.remove();
    });

    async function start(index: number): Promise<void> {
      const server = await spawnServer(folder, opened.environment);
      servers[index] = server;
      phones[index] = await testPhone(server.url);
    }

    function phone(index: number): TestPhone {
      const found = phones[index % processes];
      if (found === undefined) throw new Error('no phone');
      return found;
    }

    async function announced() {
      const submission = testSubmission([testPaper('ktp', testFile(sizeBytes))]);
      const [paper] = submission.papers;
      if (paper === undefined) throw new Error('no paper');
      await phone(0).put(submission);
      const url = (await phone(0).announce(submission.id, paper)) ?? '';
      return { submission, paper, bytes: paper.file.bytes, url, key: url.split('/').at(-1) ?? '' };
    }

    /** A connection to the first server that has brought a part of a piece and says nothing more. */
    async function halfOpen({ url, key, bytes }: Awaited<ReturnType<typeof announced>>) {
      const socket = await rawPatch(servers[0]?.url ?? '', url, phone(0).authorization.Authorization, {
        offset: 0,
        length: bytes.length,
        first: bytes.subarray(0, firstBytes),
      });
      await vi.waitFor(async () => expect(await files.size(key)).toBe(firstBytes), { interval: 20, timeout: 20_000 });
      return socket;
    }

    async function isWhole({ submission, paper, key }: Awaited<ReturnType<typeof announced>>): Promise<void> {
      expect((await files.digest(key)).sha256).toBe(paper.file.sha256);
      for (let index = 0; index < processes; index += 1) {
        const receipt = ReceiptWire.parse(await (await phone(index).put(submission)).json());
        expect(receipt.missingDocuments).toEqual([]);
      }
    }

    it('F31: of several pieces at one offset one is stored, the others are told how far it has come', async () => {
      const upload = await announced();
      const answers = await Promise.all([0, 1, 2, 3].map((index) => phone(index).patch(upload.url, 0, upload.bytes)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409, 409, 409]);
      for (const { headers } of answers) expect(headers.get('upload-offset')).toBe(String(sizeBytes));
      await isWhole(upload);
    });

    it('F31: a piece that comes while another of the same offset is half there stores nothing over it', async () => {
      const upload = await announced();
      const socket = await halfOpen(upload);
      const second = await phone(1).patch(upload.url, 0, upload.bytes);
      expect([second.status, second.headers.get('upload-offset')]).toEqual([409, String(firstBytes)]);
      expect((await phone(1).patch(upload.url, firstBytes, upload.bytes.slice(firstBytes))).status).toBe(204);
      socket.destroy();
      await isWhole(upload);
    });

    it('F32: a connection that is half open keeps nobody out for longer than 10 s', async () => {
      const upload = await announced();
      const socket = await halfOpen(upload);
      const startedMs = performance.now();
      expect(await phone(1).offset(upload.url)).toBe(firstBytes);
      expect(performance.now() - startedMs).toBeLessThan(10_000);
      // What it says afterwards is not heard any more.
      socket.write(upload.bytes.subarray(firstBytes));
      expect((await phone(1).patch(upload.url, firstBytes, upload.bytes.slice(firstBytes))).status).toBe(204);
      socket.destroy();
      await isWhole(upload);
    });

    it('F33: after a kill in the middle of a piece the offset is what lies on the disk, and no range is there twice', {
      timeout: 60_000,
    }, async () => {
      const upload = await announced();
      const socket = await halfOpen(upload);
      expect(await servers[0]?.end('SIGKILL')).toBe('SIGKILL');
      socket.destroy();
      if (processes > 1) expect(await phone(1).offset(upload.url)).toBe(firstBytes);
      await start(0);
      expect(await phone(0).offset(upload.url)).toBe(firstBytes);
      expect((await phone(1).patch(upload.url, firstBytes, upload.bytes.slice(firstBytes))).status).toBe(204);
      await isWhole(upload);
    });

    it('F34: a file that has gone from the disk is never called complete, and is taken again from its beginning', async () => {
      const upload = await announced();
      await phone(0).patch(upload.url, 0, upload.bytes.slice(0, firstBytes));
      await files.clear(upload.key);
      const rest = await phone(1).patch(upload.url, firstBytes, upload.bytes.slice(firstBytes));
      expect([rest.status, rest.headers.get('upload-offset')]).toEqual([409, '0']);
      const receipt = ReceiptWire.parse(await (await phone(1).put(upload.submission)).json());
      expect(receipt.missingDocuments).toEqual([upload.paper.id]);
      expect((await phone(1).patch(upload.url, 0, upload.bytes)).status).toBe(204);
      await isWhole(upload);
    });

    it('F35: a phone that is behind or ahead is told the offset and changes nothing', async () => {
      const upload = await announced();
      await phone(0).patch(upload.url, 0, upload.bytes.slice(0, firstBytes));
      for (const offset of [0, firstBytes - 1, firstBytes + 1]) {
        const answer = await phone(1).patch(upload.url, offset, upload.bytes.slice(offset));
        expect([answer.status, answer.headers.get('upload-offset')]).toEqual([409, String(firstBytes)]);
      }
      expect(await phone(1).offset(upload.url)).toBe(firstBytes);
      expect((await phone(1).patch(upload.url, firstBytes, upload.bytes.slice(firstBytes))).status).toBe(204);
      await isWhole(upload);
    });

    it('F36: one bit that changed on the way sends the file back to its beginning, as often as it happens', async () => {
      const upload = await announced();
      for (let round = 0; round < 3; round += 1) {
        const changed = upload.bytes.slice();
        const at = (round + 1) * 70_000;
        changed[at] = (changed[at] ?? 0) ^ 1;
        await phone(0).patch(upload.url, 0, changed.slice(0, firstBytes));
        const last = await phone(1).patch(upload.url, firstBytes, changed.slice(firstBytes));
        expect([last.status, last.headers.get('upload-offset')]).toEqual([460, '0']);
        expect(await phone(0).offset(upload.url)).toBe(0);
      }
      const receipt = ReceiptWire.parse(await (await phone(1).put(upload.submission)).json());
      expect(receipt.missingDocuments).toEqual([upload.paper.id]);
      expect((await phone(1).patch(upload.url, 0, upload.bytes)).status).toBe(204);
      await isWhole(upload);
    });
  });
}
