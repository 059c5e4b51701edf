export const news = {
  /** On the lock screen, for whoever holds the phone: not which one, and not what. */
  says: 'Ada kabar tentang permohonan Anda',
  title: 'Mau diberi tahu kalau ada kabar?',
  text: 'HP ini memberi tahu Anda saat kantor mengerjakan permohonan, juga saat Ajukan ditutup. Isinya tidak tampil di layar kunci.',
  accept: 'Beri tahu saya',
  later: 'Nanti saja',
  isOn: 'HP ini akan memberi tahu Anda.',
  settings: {
    title: 'Beri tahu kalau ada kabar',
    names: { on: 'Ya, juga saat Ajukan ditutup', off: 'Tidak' },
  },
  messages: {
    title: 'Pesan SMS atau WhatsApp dari kantor',
    names: { on: 'Ya', off: 'Tidak' },
    text: 'Hanya bila tidak ada HP yang memberi tahu Anda: saat permohonan perlu diperbaiki, jadi, selesai, atau ditolak. Isinya nomor permohonan dan kabarnya.',
    notSaved: 'Belum tersimpan. Coba lagi saat ada sinyal.',
  },
  why: {
    on: 'Yang tampil hanya bahwa ada kabar, bukan isinya.',
    off: 'Kabar tetap muncul setiap kali Anda membuka Ajukan.',
    refused:
      'Browser di HP ini tidak mengizinkan pemberitahuan Ajukan. Kabar tetap muncul setiap kali Anda membuka Ajukan. Izinnya bisa diubah di setelan browser.',
    'install-first':
      'Di iPhone dan iPad, tambahkan Ajukan ke layar utama dulu (Bagikan, lalu Tambah ke Layar Utama). Sampai itu, kabar muncul setiap kali Anda membuka Ajukan.',
    unsupported: 'Browser ini tidak bisa memberi tahu. Kabar muncul setiap kali Anda membuka Ajukan.',
    'not-offered': 'Kantor ini belum mengirim pemberitahuan. Kabar muncul setiap kali Anda membuka Ajukan.',
    'sign-in-needed': 'Masuk dulu, supaya kantor tahu HP mana yang diberi tahu.',
    'signal-needed': 'Perlu sinyal sebentar. Coba lagi saat HP tersambung.',
    failed: 'Belum berhasil. Kabar tetap muncul setiap kali Anda membuka Ajukan.',
  },
};
export type NewsMessages = typeof news;
