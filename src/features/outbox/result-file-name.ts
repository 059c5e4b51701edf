/** A name that every file system takes: "Surat keterangan usaha.pdf". */
export function resultFileName(title: string): string {
  const plain = title
    .replaceAll(/[^\p{L}\p{N} .()-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 80)
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return `${plain === '' ? 'dokumen' : plain}.pdf`;
}
