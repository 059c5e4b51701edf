/** Names of a spreadsheet as ids of a definition. */

/** `HouseholdSize` is `householdsize`, `2nd-name` is `q_2nd_name`. */
export function fieldIdOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .slice(0, 58);
  const id = /^[a-z]/.test(plain) ? plain : `q_${plain.replace(/^_+/, '')}`.slice(0, 58);
  return id === 'documents' || id === 'review' ? `${id}_` : id;
}

/** `Izin Keramaian (v2)` is `izin-keramaian-v2`; empty when nothing is left. */
export function serviceIdOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** `jumlah_anak` in words, for a question or a group that has no label. */
export function wordsOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
