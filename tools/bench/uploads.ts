/** `npm run bench -- uploads`: how long, and how many bytes, until files are at the office over a poor line. */
import { makeCargo, type Load, openOffice } from './uploads/cargo.ts';
import { sendOurs } from './uploads/ours.ts';
import { sendByTus, sendByUppy } from './uploads/peers.ts';
import { type LinkProfile, SlowLink } from './uploads/slow-link.ts';

export interface UploadProfile {
  readonly name: string;
  readonly link: LinkProfile;
  readonly load: Load;
  readonly limitMs: number;
}

const kbit = 1000 / 8;
const photos: Load = { applications: 1, filesEach: 5, fileBytes: 400_000, answerBytes: 4_000 };
const small: Load = { applications: 10, filesEach: 5, fileBytes: 60_000, answerBytes: 1_000 };
const one: Load = { applications: 1, filesEach: 1, fileBytes: 300_000, answerBytes: 1_000 };

const profiles = {
  cut: {
    name: '1 Mbit/s, 300 ms, cut every 256 kB',
    link: line(1000, 300, 256_000),
    load: photos,
    limitMs: 120_000,
  },
  small: { name: '1 Mbit/s, 500 ms, 10 x 5 small files', link: line(1000, 500, 0), load: small, limitMs: 180_000 },
  thin: { name: '50 kbit/s, 800 ms, cut every 64 kB', link: line(50, 800, 64_000), load: one, limitMs: 300_000 },
} satisfies Record<string, UploadProfile>;

function line(upKbits: number, roundTripMs: number, cutEveryBytes: number): LinkProfile {
  return { upBytesPerSecond: upKbits * kbit, downBytesPerSecond: upKbits * 4 * kbit, roundTripMs, cutEveryBytes };
}

const clients = ['ours', 'tus-defaults', 'tus-64k-x3', 'uppy'] as const;
type ClientName = (typeof clients)[number];

export async function measureUpload(client: ClientName, { name, link: profile, load, limitMs }: UploadProfile) {
  const office = await openOffice();
  const link = await SlowLink.open(profile, office.port);
  const cargo = makeCargo(load);
  const send = {
    ours: () => sendOurs(cargo, load.answerBytes, link.url, office, limitMs),
    'tus-defaults': () => sendByTus({ chunkBytes: Number.POSITIVE_INFINITY, inFlight: 1 }, cargo, link.url, limitMs),
    'tus-64k-x3': () => sendByTus({ chunkBytes: 64 * 1024, inFlight: 3 }, cargo, link.url, limitMs),
    uppy: () => sendByUppy(cargo, link.url, limitMs),
  };
  try {
    const { tookMs, isDone, requests, resentAcknowledgedBytes, urls } = await send[client]();
    return {
      metric: 'upload',
      profile: name,
      client,
      isDone,
      isWhole: isDone && (await office.hasWhole(cargo.submissions, urls)),
      tookMs: Math.round(tookMs),
      shareOfLine: round((cargo.bytes / profile.upBytesPerSecond / tookMs) * 1000),
      lineBytesPerByte: round(link.up.entered / cargo.bytes),
      officeBytesPerByte: round(link.up.arrived / cargo.bytes),
      cuts: link.cuts,
      requests,
      resentAcknowledgedBytes,
    };
  } finally {
    await link.close();
    await office.close();
  }
}

/**
 * One after another: two at once would share the processor.
 * @param only names of profiles and clients; of what none is named, all are measured
 */
export async function* measureUploads(only: readonly string[] = []) {
  for (const [name, profile] of among(Object.entries(profiles), ([key]) => key, only))
    for (const client of among(clients, (key) => key, only)) yield { name, ...(await measureUpload(client, profile)) };
}

function among<T>(all: readonly T[], nameOf: (one: T) => string, only: readonly string[]): readonly T[] {
  const named = all.filter((one) => only.includes(nameOf(one)));
  return named.length === 0 ? all : named;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
