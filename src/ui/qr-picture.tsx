import { useEffect, useRef } from 'react';
import encodeQR from 'qr';
import styles from './qr-code.module.css';

/** Modules of white around the code that readers need (ISO/IEC 18004). */
const quietZone = 4;

/** A QR code that changes many times a second: drawn at once, without choosing the best of eight masks for each. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const rows = encodeQR(text, 'raw', { ecc: 'low', border: quietZone, mask: 0 });
    context.canvas.width = rows.length;
    context.canvas.height = rows.length;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, rows.length, rows.length);
    context.fillStyle = '#000';
    for (const [y, row] of rows.entries())
      for (const [x, isDark] of row.entries()) if (isDark) context.fillRect(x, y, 1, 1);
  }, [text]);
  return (
    <canvas ref={canvas} className={styles.moving}>
      {label}
    </canvas>
  );
}
