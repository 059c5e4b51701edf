/**
 * tus-js-client and Uppy on the same line, with the same work: the answers, an upload URL for each file, the files. They
 * get a head start: who asks is settled before, and all applications and files are announced at once, on as many
 * connections as it takes.
 */
import Uppy from '@uppy/core';
import UppyTus from '@uppy/tus';
import { Upload } from 'tus-js-client';
import { type TestPhone, testPhone } from '../../../server/testing/test-phone.ts';
import type { TestPaper } from '../../../server/testing/test-submission.ts';
import type { Cargo } from './cargo.ts';
import type { Sent } from './sending.ts';

export interface TusSettings {
  readonly chunkBytes: number;
  readonly inFlight: number;
}

interface Parcel {
  readonly paper: TestPaper;
  readonly uploadUrl: string;
}

export async function sendByTus(settings: TusSettings, cargo: Cargo, url: string, limitMs: number): Promise<Sent> {
  const phone = await testPhone(url);
  return timed(phone, cargo, limitMs, async (parcels, count, signal) => {
    const left = [...parcels];
    const sendNext = async (): Promise<void> => {
      for (let parcel = left.shift(); parcel !== undefined; parcel = left.shift()) {
        const { paper, uploadUrl } = parcel;
        await new Promise<void>((resolve, reject) => {
          const upload = new Upload(Buffer.from(paper.file.bytes), {
            uploadUrl: `${url}${uploadUrl}`,
            headers: phone.authorization,
            chunkSize: settings.chunkBytes,
            onBeforeRequest: count,
            onSuccess: () => resolve(),
            onError: reject,
          });
          signal.addEventListener('abort', () => void upload.abort().finally(resolve));
          upload.start();
        });
      }
    };
    await Promise.all(Array.from({ length: settings.inFlight }, sendNext));
  });
}

export async function sendByUppy(cargo: Cargo, url: string, limitMs: number): Promise<Sent> {
  const phone = await testPhone(url);
  return timed(phone, cargo, limitMs, async (parcels, count, signal) => {
    const uppy = new Uppy({ logger: { debug: () => undefined, warn: () => undefined, error: () => undefined } });
    uppy.use(UppyTus, { endpoint: url, headers: phone.authorization, onBeforeRequest: count });
    for (const { paper, uploadUrl } of parcels) {
      // Under Node its tus takes buffers, and Uppy asks only for a size.
      const data = Object.assign(Buffer.from(paper.file.bytes), { size: paper.file.size });
      const id = uppy.addFile({ name: `${paper.id}.jpg`, type: paper.file.mediaType, data });
      uppy.setFileState(id, { tus: { uploadUrl: `${url}${uploadUrl}` } });
    }
    signal.addEventListener('abort', () => uppy.cancelAll());
    // It gives up after its four delays; a person would press "retry".
    let result = await uppy.upload();
    for (let again = 0; again < 20 && !signal.aborted && (result?.failed?.length ?? 0) > 0; again += 1)
      result = await uppy.retryAll();
    if ((result?.failed?.length ?? 0) > 0) throw new Error('Uppy gave up');
    uppy.destroy();
  });
}

async function announced({ submissions }: Cargo, phone: TestPhone): Promise<readonly Parcel[]> {
  const parcels = submissions.map(async (submission) => {
    await phone.put(submission);
    return Promise.all(
      submission.papers.map(async (paper) => ({
        paper,
        uploadUrl: (await phone.announce(submission.id, paper)) ?? '',
      })),
    );
  });
  return (await Promise.all(parcels)).flat();
}

async function timed(
  phone: TestPhone,
  cargo: Cargo,
  limitMs: number,
  send: (parcels: readonly Parcel[], count: () => void, signal: AbortSignal) => Promise<void>,
): Promise<Sent> {
  let requests = cargo.submissions.length;
  let parcels: readonly Parcel[] = [];
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), limitMs);
  const startedMs = performance.now();
  let isDone = true;
  try {
    parcels = await announced(cargo, phone);
    requests += parcels.length;
    const count = (): void => {
      requests += 1;
    };
    await send(parcels, count, limit.signal);
  } catch {
    isDone = false;
  }
  clearTimeout(timer);
  return {
    requests,
    resentAcknowledgedBytes: 0,
    urls: new Map(parcels.map(({ paper, uploadUrl }) => [paper.id, uploadUrl])),
    tookMs: performance.now() - startedMs,
    isDone: isDone && !limit.signal.aborted,
  };
}
