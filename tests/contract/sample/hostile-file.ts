/** Files that are whole, of their kind, and not to be taken or not to be kept as they are. */
import { sampleFile } from './sample-file.ts';

/** Whose catalog starts a script when it is opened. */
export function scriptedPdf(): Uint8Array<ArrayBuffer> {
  const whole = Buffer.from(sampleFile('application/pdf', 2048)).toString('latin1');
  const action = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> ';
  return Uint8Array.from(Buffer.from(whole.replace('/Type /Catalog ', `/Type /Catalog ${action}`), 'latin1'));
}

export const cameraWords: readonly string[] = ['KANARI-TEMPAT', 'KANARI-CATATAN', 'KANARI-EKOR'];

/** With an Exif, a comment, and a page of HTML behind its end. */
export function photoOfCamera(): Uint8Array<ArrayBuffer> {
  const [place = '', note = '', tail = ''] = cameraWords;
  const photo = Buffer.from(sampleFile('image/jpeg', 2048));
  return Uint8Array.from(
    Buffer.concat([
      photo.subarray(0, 2),
      segment(0xe1, `Exif\0\0II*\0\b\0\0\0\0\0${place}`),
      segment(0xfe, note),
      photo.subarray(2),
      Buffer.from(`<script>${tail}</script>`),
    ]),
  );
}

function segment(marker: number, content: string): Buffer {
  const body = Buffer.from(content, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
}
