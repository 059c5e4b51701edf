export const courier = {
  give: {
    title: 'Titip lewat HP lain',
    text: 'Tidak ada sinyal di sini? Titipkan kepada siapa saja yang akan ke tempat bersinyal. HP-nya mengantar tanpa bisa membuka isinya, dan kantor tetap menerima satu kali.',
    save: 'Simpan berkas titipan',
    share: 'Bagikan berkas titipan',
    packing: 'Menyiapkan',
    saved: (code: string): string => `Berkas titipan ${code} disimpan`,
    packed: (code: string): string =>
      `Titipan ${code}. Di HP lain: buka Ajukan, Permohonan, lalu Buka berkas kiriman. Permohonan tetap ada di HP ini, dan tanda terimanya datang ke sini.`,
    signIn: 'Masuk sekali dulu di HP ini saat ada sinyal. Setelah itu bisa dititipkan.',
    failed: 'Berkas titipan belum bisa dibuat. Permohonan tetap aman di HP ini. Coba lagi.',
  },
  carry: {
    title: 'Antar titipan',
    lead: 'Permohonan orang lain yang Anda bantu antar. Isinya tersegel: hanya kantor yang bisa membukanya.',
    empty: 'Belum ada titipan di HP ini.',
    list: 'Titipan di HP ini',
    item: (code: string): string => `Titipan ${code}`,
    papers: (count: number): string => `${count} berkas`,
    state: {
      waiting: 'Menunggu sinyal, lalu terkirim sendiri',
      delivered: 'Diterima kantor',
      stopped: 'Tidak bisa dikirim dari HP ini. Pemiliknya masih menyimpannya.',
    },
    number: (number: string): string => `No. ${number}`,
    forget: 'Hapus dari HP ini',
    forgotten: 'Titipan dihapus dari HP ini',
    notForgotten: 'Belum bisa dihapus. Coba lagi.',
    notLoaded: 'Bagian ini belum bisa dibuka. Tidak ada yang hilang. Coba lagi saat ada internet.',
  },
};
export type CourierMessages = typeof courier;
