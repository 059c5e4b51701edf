/**
 * tus-js-client and Uppy on the same line. They get a head start: who asks, the applications and the upload URLs are
 * settled on a line of their own, without delay and without being counted, so only the files are measured.
 */
import Uppy from '@uppy/core';
import UppyTus from '@uppy/tus';
import { Upload } from 'tus-js-client';
import type { TestPaper } from '../../../server/testing/test-submission.ts';
import type { Cargo, RealOffice } from './cargo.ts';
import type { Sent } from './sending.ts';

export interface TusSettings {
  readonly chunkBytes: number;
  readonly inFlight: number;
}

interface Parcel {
  readonly paper: TestPaper;
  readonly uploadUrl: string;
}

export async function sendByTus(
  settings: TusSettings,
  cargo: Cargo,
  url: string,
  office: RealOffice,
  limitMs: number,
): Promise<Sent> {
  const parcels = await announced(cargo, office);
  return timed(parcels, limitMs, async (count, signal) => {
    const left = [...parcels];
    const sendNext = async (): Promise<void> => {
      for (let parcel = left.shift(); parcel !== undefined; parcel = left.shift()) {
        const { paper, uploadUrl } = parcel;
        await new Promise<void>((resolve, reject) => {
          const upload = new Upload(Buffer.from(paper.file.bytes), {
            uploadUrl: `${url}${uploadUrl}`,
            headers: office.phone.authorization,
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

export async function sendByUppy(cargo: Cargo, url: string, office: RealOffice, limitMs: number): Promise<Sent> {
  const parcels = await announced(cargo, office);
  return timed(parcels, limitMs, async (count, signal) => {
    const uppy = new Uppy({ logger: { debug: () => undefined, warn: () => undefined, error: () => undefined } });
    uppy.use(UppyTus, { endpoint: url, headers: office.phone.authorization, onBeforeRequest: count });
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

async function announced({ submissions }: Cargo, office: RealOffice): Promise<readonly Parcel[]> {
  const parcels: Parcel[] = [];
  for (const submission of submissions) {
    await office.phone.put(submission);
    for (const paper of submission.papers)
      parcels.push({ paper, uploadUrl: (await office.phone.announce(submission.id, paper)) ?? '' });
  }
  return parcels;
}

async function timed(
  parcels: readonly Parcel[],
  limitMs: number,
  send: (count: () => void, signal: AbortSignal) => Promise<void>,
): Promise<Sent> {
  let requests = 0;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), limitMs);
  const startedMs = performance.now();
  let isDone = true;
  try {
    await send(() => {
      requests += 1;
    }, limit.signal);
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
