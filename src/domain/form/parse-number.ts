const indonesian = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const english = /^-?\d{1,3}(,\d{3})+\.\d+$|^-?\d{1,3}(,\d{3}){2,}$/;

/**
 * A number as people write it in Indonesia: 1.250.000, 1.250,5, 2,5, Rp 15.000; also 1,250,000.75 and 2.5.
 * @returns null when it is no number, or one that a computer can't hold exactly
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/^\s*rp\.?/i, '')
    .replace(/\s/g, '');
  if (plain.length > 40) return null;
  const value = Number(decimalForm(plain) ?? Number.NaN);
  // Adding zero turns -0, which JSON can't say, into 0.
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : null;
}

function decimalForm(plain: string): string | null {
  if (indonesian.test(plain)) return plain.replaceAll('.', '').replace(',', '.');
  if (english.test(plain)) return plain.replaceAll(',', '');
  if (/^-?\d+([.,]\d+)?$/.test(plain)) return plain.replace(',', '.');
  return null;
}
