/**
 * Photos of papers that nobody has: an invented identity card and an invented letter on a wooden table, drawn by the
 * browser itself as a phone's camera sees them, and spoilt in one known way.
 */
import type { Page } from 'playwright-core';

export interface DrawnPaper {
  readonly paper: 'card' | 'letter';
  readonly width: number;
  readonly height: number;
  /** How much of the photo the paper fills, along its tighter side. */
  readonly fill?: number;
  /** What went wrong with it; nothing: a good photo. */
  readonly defect?: 'dark' | 'washed-out' | 'glare' | 'blurred' | 'cut-off';
  /** Standard deviation of the blur, in pixels of a photo of 4000; 12 is far out of focus. */
  readonly blur?: number;
  readonly turnedDegrees?: number;
  /** Standard deviation of the sensor's noise, of 255. */
  readonly noise?: number;
  readonly seed?: number;
  readonly type?: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly quality?: number;
}

export async function drawPaper(page: Page, order: DrawnPaper): Promise<Buffer> {
  const base64 = await page.evaluate(drawInPage, order);
  return Buffer.from(base64, 'base64');
}

/** Words that no paper has, in the length of real ones. */
async function drawInPage(order: DrawnPaper): Promise<string> {
  const { width, height, fill = 0.92, defect, turnedDegrees = 1, noise = 3, seed = 1 } = order;
  let state = seed * 7919;
  const chance = (): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const scale = Math.max(width, height) / 4000;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('no canvas');

  context.fillStyle = '#6f4a2c';
  context.fillRect(0, 0, width, height);
  for (let line = 0; line < 260; line += 1) {
    context.fillStyle = `rgba(${chance() < 0.5 ? '40,22,8' : '168,122,80'},${0.05 + chance() * 0.16})`;
    context.fillRect(0, chance() * height, width, (1 + chance() * 18) * scale);
  }

  // In millimetres from here on: a card is 85.6 x 54, a page 210 x 297.
  const [wideMm, highMm] = order.paper === 'card' ? [85.6, 54] : [210, 297];
  const perMm = Math.min((width * fill) / wideMm, (height * fill) / highMm);
  context.save();
  context.translate(width / 2 + (defect === 'cut-off' ? wideMm * perMm * 0.22 : 0), height / 2);
  context.rotate((turnedDegrees * Math.PI) / 180);
  context.scale(perMm, perMm);
  context.translate(-wideMm / 2, -highMm / 2);
  if (order.paper === 'card') drawCard(context);
  else drawLetter(context);
  context.restore();

  const blurPixels = (order.blur ?? (defect === 'blurred' ? 10 : 1)) * scale;
  if (blurPixels > 0) {
    context.filter = `blur(${blurPixels}px)`;
    context.drawImage(canvas, 0, 0);
    context.filter = 'none';
  }
  const pixels = context.getImageData(0, 0, width, height);
  const { data } = pixels;
  const [gain, lift] = defect === 'dark' ? [0.22, 0] : defect === 'washed-out' ? [1.9, 40] : [0.88, 6];
  const glare = { x: width * 0.56, y: height * 0.5, radius: Math.min(width, height) * 0.3 };
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [(at >> 2) % width, Math.floor(at / 4 / width)];
    // A lamp that stands at the left.
    const light = gain * (1.06 - (0.12 * x) / width);
    const grain = (chance() + chance() + chance() - 1.5) * 2 * noise;
    const away = defect === 'glare' ? Math.hypot(x - glare.x, y - glare.y) / glare.radius : 1;
    const shine = 400 * Math.max(0, 1 - away);
    for (let channel = 0; channel < 3; channel += 1) {
      data[at + channel] = (data[at + channel] ?? 0) * light + lift + grain + shine;
    }
  }
  context.putImageData(pixels, 0, 0);
  const blob = await canvas.convertToBlob({ type: order.type ?? 'image/jpeg', quality: order.quality ?? 0.93 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);

  function write(
    on: OffscreenCanvasRenderingContext2D,
    text: string,
    x: number,
    y: number,
    sizeMm: number,
    bold = false,
  ): void {
    on.font = `${bold ? 'bold ' : ''}${sizeMm}px "Liberation Sans", "DejaVu Sans", sans-serif`;
    on.fillText(text, x, y);
  }

  function drawCard(on: OffscreenCanvasRenderingContext2D): void {
    const blue = on.createLinearGradient(0, 0, 85.6, 54);
    blue.addColorStop(0, '#b9dcec');
    blue.addColorStop(1, '#8fc3dd');
    on.fillStyle = blue;
    on.beginPath();
    on.roundRect(0, 0, 85.6, 54, 3);
    on.fill();
    on.fillStyle = '#c0473f';
    on.fillRect(66, 16, 16, 21);
    on.fillStyle = '#e8c9ac';
    on.beginPath();
    on.arc(74, 24, 4.4, 0, 7);
    on.fill();
    on.fillStyle = '#15191f';
    write(on, 'KABUPATEN CONTOH', 27, 5, 3, true);
    write(on, 'NIK : 9999990101900001', 3, 10.5, 3.4, true);
    const lines = [
      'Nama                  : KANARI BUDI CONTOH',
      'Tempat/Tgl Lahir  : KOTA MISAL, 01-01-1990',
      'Jenis Kelamin       : LAKI-LAKI        Gol. Darah : -',
      'Alamat                 : JL MELATI PUTIH NO 12',
      '       RT/RW           : 003/007',
      '       Kel/Desa       : SUKA CONTOH',
      '       Kecamatan   : MISALNYA',
      'Agama                 : TIDAK ADA',
      'Status Perkawinan: BELUM KAWIN',
      'Pekerjaan            : PEGAWAI TOKO',
      'Kewarganegaraan : WNI',
      'Berlaku Hingga     : SEUMUR HIDUP',
    ];
    lines.forEach((line, index) => write(on, line, 3, 14.8 + index * 3.15, 2.1));
    write(on, 'KOTA MISAL', 68, 41, 1.9);
    write(on, '02-03-2020', 68.5, 43.5, 1.9);
  }

  function drawLetter(on: OffscreenCanvasRenderingContext2D): void {
    on.fillStyle = '#f6f4ee';
    on.fillRect(0, 0, 210, 297);
    on.fillStyle = '#17181a';
    write(on, 'SURAT KETERANGAN CONTOH', 62, 32, 5.2, true);
    on.fillRect(25, 36, 160, 0.5);
    const sentences = [
      'Yang bertanda tangan di bawah ini menerangkan bahwa warga',
      'tersebut benar tinggal di alamat yang tertulis pada lembar ini',
      'dan memiliki usaha kecil yang berjalan sejak tahun 2019 lalu.',
      'Usaha itu berupa warung makan di pinggir jalan raya dengan',
      'dua orang pegawai, nomor catatan 4471/88-B, luas 36 meter.',
      'Surat ini dibuat untuk dipakai sebagaimana mestinya, dan bila',
      'ada kekeliruan akan diperbaiki di kemudian hari oleh petugas.',
    ];
    // Ten points: 3.53 mm from line to line of set type.
    for (let line = 0; line < 40; line += 1) {
      if (line % 8 !== 7) write(on, sentences[line % 8] ?? '', 25, 46 + line * 5.2, 3.53);
    }
    write(on, 'Kepala Desa Contoh', 130, 262, 3.53);
    on.strokeStyle = '#23407a';
    on.lineWidth = 0.6;
    on.beginPath();
    on.moveTo(132, 272);
    on.bezierCurveTo(140, 262, 146, 282, 152, 270);
    on.bezierCurveTo(158, 262, 160, 280, 168, 271);
    on.stroke();
  }
}
