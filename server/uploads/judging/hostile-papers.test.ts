import { createHash } from 'node:crypto';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaType } from '#domain/service/definition.ts';
import { DocumentTicket, Problem } from '#contract/schemas.ts';
import * as hostile from '../../testing/hostile-papers.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { fileOf, testPdf } from '../../testing/test-file.ts';
import { announcementOf, testPaper, testSubmission } from '../../testing/test-submission.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const tus = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };

/** As any client may send it: what is said of it is all true but the type. */
async function send(bytes: Buffer, mediaType: MediaType) {
  const paper = testPaper('ktp', fileOf(Uint8Array.from(bytes), mediaType));
  const { id } = testSubmission();
  const announce = async () => {
    const answer = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcementOf(id, paper) });
    return DocumentTicket.parse(await answer.json());
  };
  const { uploadUrl } = await announce();
  const answer = await app.send('siti', 'PATCH', uploadUrl ?? '', { body: paper.file.bytes, headers: tus });
  const problem = answer.status === 204 ? null : Problem.parse(await answer.json());
  const content = await app.send('siti', 'GET', `/v1/documents/${paper.id}/content`);
  const kept = Buffer.from(await content.arrayBuffer());
  return {
    status: answer.status,
    problem,
    ticket: await announce(),
    contentStatus: content.status,
    content,
    kept,
    paper,
  };
}

describe('a paper that is refused', () => {
  const cut = async (format: 'jpeg' | 'png' | 'webp') => (await hostile.photoOf(format)).subarray(0, -200);
  const cases: readonly (readonly [string, MediaType, string, () => Buffer | Promise<Buffer>])[] = [
    ['F75 a PDF with a script', 'application/pdf', 'pdf-active', () => hostile.pdfWith('<< /S /JavaScript /JS (x) >>')],
    ['F75 a PDF that starts a program', 'application/pdf', 'pdf-active', () => hostile.pdfWith('<< /S /Launch >>')],
    ['F75 a PDF with files inside', 'application/pdf', 'pdf-active', () => hostile.pdfWith('<< /EF << /F 9 0 R >> >>')],
    ['F75 a locked PDF', 'application/pdf', 'pdf-locked', hostile.lockedPdf],
    ['a PDF that was cut off', 'application/pdf', 'pdf-broken', () => Buffer.from(testPdf().bytes.slice(0, -30))],
    [
      'F76 a picture of 900 million dots',
      'image/png',
      'image-too-many-pixels',
      () => hostile.pngSaying(30_000, 30_000),
    ],
    [
      'F76 a picture one dot wide and without end',
      'image/png',
      'image-too-many-pixels',
      () => hostile.pngSaying(1, 1e9),
    ],
    [
      'F76 a picture that unpacks to more than its head says',
      'image/png',
      'image-broken',
      () => hostile.pngSaying(2, 0),
    ],
    [
      'F76 a picture that unpacks to less than its head says',
      'image/png',
      'image-broken',
      () => hostile.pngSaying(6000, 6000),
    ],
    ['F77 a JPEG that was cut off', 'image/jpeg', 'image-broken', () => cut('jpeg')],
    ['F77 a PNG that was cut off', 'image/png', 'image-broken', () => cut('png')],
    ['F77 a WebP that was cut off', 'image/webp', 'image-broken', () => cut('webp')],
    [
      'F77 a JPEG cut off in the middle whose end was put back',
      'image/jpeg',
      'image-broken',
      async () => Buffer.concat([(await cut('jpeg')).subarray(0, -2000), Buffer.from([0xff, 0xd9])]),
    ],
    ['F79 three bytes of a JPEG', 'image/jpeg', 'image-broken', () => Buffer.from([0xff, 0xd8, 0xff])],
    [
      'F77 a picture that moves',
      'image/webp',
      'image-broken',
      async () =>
        sharp([await hostile.photoOf('png', 40, 40), await hostile.photoOf('png', 40, 40)], {
          join: { animated: true },
        })
          .webp()
          .toBuffer(),
    ],
  ];
  it.each(cases)('%s', async (_name, mediaType, reason, make) => {
    const { status, problem, ticket, contentStatus, paper } = await send(await make(), mediaType);
    expect([status, problem?.errors]).toEqual([422, [{ pointer: '/documents/ktp', code: reason }]]);
    expect(ticket).toMatchObject({ state: 'rejected', uploadUrl: null, reason, detail: problem?.detail });
    expect(contentStatus).toBe(404);
    const kept = await app.ports.documents.find(paper.id);
    expect(kept).toMatchObject({ verified: false, sha256: paper.file.sha256 });
    expect(await app.ports.uploads.size(kept?.uploadKey ?? '')).toBe(0);
  });
});

describe('bytes of another kind than they say', () => {
  const cases: readonly (readonly [string, MediaType, Buffer])[] = [
    ['F73 a drawing with a script', 'image/png', hostile.drawing],
    ['F74 a page', 'image/jpeg', hostile.page],
    ['F76 a GIF', 'image/png', hostile.gif],
    ['F77 a HEIC', 'image/jpeg', hostile.heic],
    ['F79 one byte', 'image/webp', Buffer.from([7])],
    ['a PDF that begins as a page', 'application/pdf', Buffer.concat([hostile.page, testPdf().bytes])],
  ];
  it.each(cases)('%s is no paper', async (_name, mediaType, bytes) => {
    const { status, ticket, contentStatus } = await send(bytes, mediaType);
    expect([status, ticket.state, contentStatus]).toEqual([460, 'expected', 404]);
  });
});

describe('what an official opens is picture and nothing else', () => {
  const cases: readonly (readonly [string, MediaType, () => Promise<Buffer>])[] = [
    ['F78 a photo with place, phone and preview', 'image/jpeg', hostile.cameraPhoto],
    [
      'F74 a JPEG with a page behind its end',
      'image/jpeg',
      async () => hostile.pageBehind(await hostile.photoOf('jpeg')),
    ],
    [
      'F74 a JPEG with an archive behind its end',
      'image/jpeg',
      async () => hostile.archiveBehind(await hostile.photoOf('jpeg')),
    ],
    [
      'F74 a JPEG with a page in a comment',
      'image/jpeg',
      async () => hostile.withSegment(await hostile.photoOf('jpeg'), 0xfe, hostile.page.toString()),
    ],
    [
      'F74 a PNG with words, and a page behind its end',
      'image/png',
      async () => hostile.pageBehind(hostile.pngWithWords(await hostile.photoOf('png'))),
    ],
    [
      'F74 a WebP with a page behind its end',
      'image/webp',
      async () => hostile.pageBehind(await hostile.photoOf('webp')),
    ],
  ];
  it.each(cases)('%s', async (_name, mediaType, make) => {
    const bytes = await make();
    const { status, ticket, content, kept, paper } = await send(bytes, mediaType);
    expect([status, ticket.state, content.status]).toEqual([204, 'clean', 200]);
    expect(kept.includes(hostile.canary)).toBe(false);
    expect(kept.length).toBe(Number(content.headers.get('content-length')));
    const [sent, got] = await Promise.all([bytes, kept].map((one) => sharp(one).greyscale().raw().toBuffer()));
    expect(sent !== undefined && got !== undefined && sent.equals(got)).toBe(true);
    // What was sent can still be told apart from everything else.
    expect((await app.ports.documents.find(paper.id))?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('F78 which way up it is stays', async () => {
    const { kept } = await send(await hostile.cameraPhoto(), 'image/jpeg');
    const { orientation, exif } = await sharp(kept).metadata();
    expect(orientation).toBe(6);
    expect(exif?.length).toBeLessThan(40);
  });

  it('a picture that holds nothing else is kept bit for bit', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const bytes = Buffer.from(
        await sharp(await hostile.photoOf(format))
          .withMetadata({})
          .toBuffer(),
      );
      const { kept: once } = await send(bytes, `image/${format}`);
      const { kept: twice } = await send(once, `image/${format}`);
      expect(twice.equals(once)).toBe(true);
    }
  });

  it('F77 what other cameras write is taken: four inks, sixteen bits, in passes', async () => {
    const photo = await hostile.photoOf('png');
    const odd: readonly (readonly [MediaType, Buffer])[] = [
      ['image/jpeg', await sharp(photo).toColourspace('cmyk').jpeg().toBuffer()],
      ['image/png', await sharp(photo).toColourspace('rgb16').png().toBuffer()],
      ['image/jpeg', await sharp(photo).jpeg({ progressive: true }).toBuffer()],
      ['image/webp', await sharp(photo).webp({ lossless: true }).toBuffer()],
    ];
    for (const [mediaType, bytes] of odd) expect((await send(bytes, mediaType)).status).toBe(204);
  });

  it('a paper is served as a file to keep, never as a page of this site', async () => {
    const { content, paper } = await send(await hostile.cameraPhoto(), 'image/jpeg');
    expect(Object.fromEntries(content.headers)).toMatchObject({
      'content-disposition': `attachment; filename="${paper.id}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });
});

it('whatever the bytes are, there is a verdict', async () => {
  const starts = {
    'image/jpeg': [0xff, 0xd8, 0xff],
    'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    'image/webp': [...Buffer.from('RIFF\x10\0\0\0WEBPVP8 ')],
    'application/pdf': [...Buffer.from('%PDF-')],
  } as const;
  const [jpeg, png, webp] = [
    await hostile.photoOf('jpeg', 16, 16),
    await hostile.photoOf('png', 16, 16),
    await hostile.photoOf('webp', 16, 16),
  ];
  const wholes = {
    'image/jpeg': jpeg,
    'image/png': png,
    'image/webp': webp,
    'application/pdf': Buffer.from(testPdf().bytes),
  };
  const mediaTypes = fc.constantFrom<MediaType>('image/jpeg', 'image/png', 'image/webp', 'application/pdf');
  const edits = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      mediaTypes,
      fc.uint8Array({ maxLength: 60 }),
      edits,
      fc.boolean(),
      async (type, noise, all, isNoise) => {
        const bytes = isNoise ? Buffer.from([...starts[type], ...noise]) : Buffer.from(wholes[type]);
        for (const { at, byte } of all)
          bytes[starts[type].length + (at % Math.max(1, bytes.length - starts[type].length))] = byte;
        const verdict = await app.ports.judgePaper(bytes.subarray(), type);
        expect(['fine', 'refused']).toContain(verdict.kind);
      },
    ),
    { numRuns: 300 },
  );
});
