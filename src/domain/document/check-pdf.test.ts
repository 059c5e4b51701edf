import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectStream, packedPdf, pdfObjects, plainPdf } from '#tests/fixtures/pdf.ts';
import { checkPdf, type PdfVerdict } from './check-pdf.ts';

function check(bytes: Uint8Array): Promise<PdfVerdict> {
  return checkPdf(bytes, (body, maxOutputLength) => {
    try {
      return Promise.resolve(inflateSync(body, { maxOutputLength }));
    } catch {
      return Promise.resolve(null);
    }
  });
}

const fine = (pageCount: number): PdfVerdict => ({ kind: 'fine', pageCount });
const refused = (reason: 'pdf-locked' | 'pdf-broken' | 'pdf-active'): PdfVerdict => ({ kind: 'refused', reason });

describe('a paper', () => {
  test.each([1, 2, 37])('of %i pages is fine, plain or packed', async (pages) => {
    expect(await check(plainPdf(pdfObjects(pages)))).toEqual(fine(pages));
    expect(await check(packedPdf(pdfObjects(pages)))).toEqual(fine(pages));
  });

  test('is fine when the length of its packed objects stands elsewhere', async () => {
    expect(await check(packedPdf(pdfObjects(3), { length: 'reference' }))).toEqual(fine(3));
  });

  test('is fine with a little after its end', async () => {
    const pdf = plainPdf(pdfObjects(1));
    expect(await check(Buffer.concat([pdf, Buffer.from('\r\n--boundary--\r\n'), Buffer.alloc(9000)]))).toEqual(fine(1));
  });

  test('that was changed counts the pages that are left', async () => {
    const later = '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n';
    const pdf = Buffer.concat([plainPdf(pdfObjects(5)), Buffer.from(`${later}startxref\n0\n%%EOF`)]);
    expect(await check(pdf)).toEqual(fine(1));
  });

  test('may speak of JavaScript in its text', async () => {
    const title = '<< /Title (Belajar /JavaScript \\) /Launch \\( ) /Author <2F4A53> % /JS\n >>';
    expect(await check(plainPdf([...pdfObjects(1), title]))).toEqual(fine(1));
  });

  test('may be megabytes of plain words, whatever they speak of', { timeout: 15_000 }, async () => {
    const line = '(Pasal 12 objek pajak, an object of 3 trailers \\(obj\\) obj 7 trailer) Tj T* the obj\n';
    const words = Buffer.alloc(3 * 1024 * 1024, line);
    const text = Buffer.concat([
      Buffer.from(`<< /Length ${words.length} >>\nstream\n`),
      words,
      Buffer.from('\nendstream'),
    ]);
    const pdf = plainPdf(pdfObjects(1));
    expect(await check(Buffer.concat([pdf, Buffer.from('9 0 obj\n'), text, Buffer.from('\nendobj\n'), pdf]))).toEqual(
      fine(1),
    );
  });

  test('with links, outlines and an opening page is fine', async () => {
    const link = '<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.go.id) >> >>';
    const pdf = plainPdf([...pdfObjects(1, '/OpenAction [3 0 R /Fit] /Outlines 5 0 R'), link, '<< /First 6 0 R >>']);
    expect(await check(pdf)).toEqual(fine(1));
  });
});

describe('a PDF that does something or carries files is refused', () => {
  const acts: readonly (readonly [string, string])[] = [
    ['a script', '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['a script whose name is disguised', '<< /S /J#61va#53cript >>'],
    ['a script deep inside', `${'<< /A ['.repeat(5000)} /JS ${'] >>'.repeat(5000)}`],
    ['a program to start', '<< /Type /Action /S /Launch /F (cmd.exe) >>'],
    ['a list of files inside', '<< /Names << /EmbeddedFiles 9 0 R >> >>'],
    ['a file inside that does not say so', '<< /Type /Filespec /EF << /F 9 0 R >> >>'],
    ['a file pinned to a page', '<< /Subtype /FileAttachment >>'],
    ['a film with a program', '<< /Subtype /RichMedia >>'],
    ['a form with scripts', '<< /AcroForm << /XFA [] >> >>'],
    ['a name that is an object of its own', '/JavaScript'],
  ];
  test.each(acts)('%s', async (_name, object) => {
    expect(await check(plainPdf([...pdfObjects(1), object]))).toEqual(refused('pdf-active'));
    expect(await check(packedPdf([...pdfObjects(1), object]))).toEqual(refused('pdf-active'));
  });

  test.each([
    ['in the bytes of a picture', '<< /Length 60 >>\nstream\n8 0 obj << /S /JavaScript >> endobj\nendstream'],
    ['behind a string that never ends', '<< /Title (open >>\nendobj\n8 0 obj << /S /Launch >>'],
    ['with a comment in its head', '<<>>\nendobj\n8 % x\n0 % x\nobj << /S /Launch >>'],
    ['with a number that runs into the word', '<<>>\nendobj\n8 0 obj9<< /S /Launch >>'],
  ])('an object that hides %s', async (_name, object) => {
    expect(await check(plainPdf([...pdfObjects(1), object]))).toEqual(refused('pdf-active'));
  });

  test('a script that an older version of the file had', async () => {
    const old = plainPdf([...pdfObjects(1), '<< /S /JavaScript >>']);
    const later = '4 0 obj\n<< >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';
    expect(await check(Buffer.concat([old, Buffer.from(later)]))).toEqual(refused('pdf-active'));
  });
});

describe('a locked PDF is refused', () => {
  test('plain, packed, and with scripts besides', async () => {
    const encrypt = '/Encrypt << /Filter /Standard /V 4 >>';
    expect(await check(plainPdf(pdfObjects(1), encrypt))).toEqual(refused('pdf-locked'));
    expect(await check(plainPdf([...pdfObjects(1), '<< /Root 1 0 R /Encrypt 4 0 R >>']))).toEqual(
      refused('pdf-locked'),
    );
    expect(await check(plainPdf(pdfObjects(1), '/Encr#79pt 4 0 R'))).toEqual(refused('pdf-locked'));
  });
});

describe('a broken PDF is refused', () => {
  test('without pages, without a root, without an end', async () => {
    expect(await check(plainPdf(pdfObjects(0)))).toEqual(refused('pdf-broken'));
    expect(await check(Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF'))).toEqual(refused('pdf-broken'));
    expect(await check(Buffer.alloc(0))).toEqual(refused('pdf-broken'));
  });

  const packed = (packing: Parameters<typeof packedPdf>[1]) => check(packedPdf(pdfObjects(2), packing));
  test('packed so that nobody can say what is in it', async () => {
    expect(await packed({ filter: '/LZWDecode' })).toEqual(refused('pdf-broken'));
    expect(await packed({ filter: '[/ASCIIHexDecode /FlateDecode]' })).toEqual(refused('pdf-broken'));
    expect(await packed({ filter: '9 0 R' })).toEqual(refused('pdf-broken'));
    expect(await packed({ pack: (bytes) => deflateSync(bytes).subarray(0, -9) })).toEqual(refused('pdf-broken'));
    expect(await packed({ filter: '/FlateDecode /N 0' })).toEqual(refused('pdf-broken'));
  });

  test('at whatever byte it was cut, plain or packed', async () => {
    for (const whole of [plainPdf(pdfObjects(2)), packedPdf(pdfObjects(2))]) {
      const end = whole.lastIndexOf('%%EOF') + 5;
      for (let at = 0; at < end; at += 1) expect(await check(whole.subarray(0, at))).toEqual(refused('pdf-broken'));
      expect(await check(whole.subarray(0, end))).toEqual(fine(2));
    }
  });
});

describe('whatever the bytes are, there is a verdict', () => {
  const spoilt = fc.record({
    packed: fc.boolean(),
    edits: fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), { maxLength: 12 }),
    piece: fc.constantFrom('', '(', '<<', '[', '<', '/', '%', '>>', 'obj', '1 0 obj', 'stream', 'endstream', '#'),
    times: fc.integer({ min: 0, max: 2000 }),
  });
  test('F76: spoilt in any way', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ packed, edits, piece, times }) => {
        const objects = [...pdfObjects(2), piece.repeat(times)];
        const bytes = packed ? packedPdf(objects) : plainPdf(objects);
        for (const { at, byte } of edits) bytes[at % bytes.length] = byte;
        const verdict = await check(bytes);
        expect(verdict.kind === 'refused' || verdict.pageCount > 0).toBe(true);
      }),
    );
  });

  test('a script is found whatever stands around it', async () => {
    const other = fc.constantFrom('<< /A 1 >>', '[ 1 2 ]', '(text)', '<< /B (\\)) >>', '7', '/Name', '<0a>', 'null');
    await fc.assert(
      fc.asyncProperty(fc.array(other), fc.array(other), fc.boolean(), async (before, after, packed) => {
        const objects = [...pdfObjects(1), ...before, '<< /X [ << /S /JavaScript >> ] >>', ...after];
        expect(await check(packed ? packedPdf(objects) : plainPdf(objects))).toEqual(refused('pdf-active'));
      }),
    );
  });

  const megabytes = 5;
  const filled = (piece: string): Buffer => {
    const body = Buffer.alloc(megabytes * 1024 * 1024, piece);
    return Buffer.concat([plainPdf(pdfObjects(1)), body, Buffer.from('\nstartxref\n0\n%%EOF')]);
  };
  test.each(['(', '<<', '1 0 obj(', '1 0 obj<<', '1 0 obj<</N 1/First 0>>stream\n', '/', '%', ' ', 'obj ', '#23', '<'])(
    'megabytes of "%s" are not read for ever',
    { timeout: 15_000 },
    async (piece) => {
      expect((await check(filled(piece))).kind).toMatch(/fine|refused/);
    },
  );

  test('a small file that unpacks to more than any paper has is refused', { timeout: 15_000 }, async () => {
    const huge = (): Buffer => deflateSync(Buffer.alloc(40 * 1024 * 1024));
    const bombs = [1, 2].map(() => objectStream(['<<>>'], 4, { pack: huge }));
    expect(await check(plainPdf([...pdfObjects(1), ...bombs]))).toEqual(refused('pdf-broken'));
  });
});
