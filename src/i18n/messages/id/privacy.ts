interface Line {
  readonly title: string;
  readonly text: string;
}

export const privacy = {
  title: 'Bagaimana data Anda dipakai',
  lead: 'Apa yang disimpan, di mana, berapa lama, dan siapa yang melihatnya.',
  phone: {
    title: 'Di HP ini',
    lines: [
      {
        title: 'Isian yang belum dikirim',
        text: 'Sampai Anda mengirim atau menghapusnya. Yang dihapus bisa dikembalikan selama 2 menit.',
      },
      { title: 'Permohonan yang menunggu dikirim', text: 'Sampai kantor menerimanya.' },
      {
        title: 'Permohonan yang sudah diterima kantor',
        text: 'Isian dan foto dihapus sendiri, paling cepat 7 hari setelah diterima. Nomor, tanda terima, dan kabarnya tetap ada sampai Anda menghapusnya.',
      },
      { title: 'Berkas Saya', text: 'Sampai Anda menghapusnya.' },
      { title: 'File dari aplikasi lain', text: 'Sampai Anda memakai atau menghapusnya.' },
      {
        title: 'Akun',
        text: 'Nama Anda: sampai Anda keluar. Tanda masuk warga berakhir setelah 30 hari tidak dipakai, paling lama 90 hari; petugas 2 jam, paling lama 12 jam. Nomor yang menunggu kode: paling lama 15 menit.',
      },
      { title: 'Peta yang pernah dilihat', text: 'Sampai Anda keluar, paling banyak 5 MB.' },
      {
        title: 'Pilihan dan catatan pengiriman',
        text: 'Bahasa, tampilan, layanan favorit, nama kejadian, dan angka. Sampai Anda menghapus data Anda di sini; bahasa dan tampilan sampai data browser dihapus.',
      },
    ] as readonly Line[],
    warning: 'Siapa pun yang bisa membuka HP ini bisa melihat isinya. Pakai kunci layar HP.',
  },
  office: {
    title: 'Yang dikirim ke kantor',
    lines: [
      { title: 'Apa', text: 'Isian dan berkas permohonan, hanya setelah Anda menekan Kirim.' },
      {
        title: 'Siapa yang melihat',
        text: 'Petugas kantor yang mengurus permohonan itu. Setiap kali petugas membuka atau memutuskannya, kantor mencatat siapa dan kapan.',
      },
      {
        title: 'Untuk apa',
        text: 'Mengurus permohonan Anda. Dasarnya tugas pelayanan publik (UU 27/2022 pasal 20).',
      },
      {
        title: 'Berapa lama',
        text: 'Selama aturan arsip kantor memintanya, lalu dihapus sendiri. Yang tidak pernah lengkap dihapus paling lama 180 hari setelah kiriman terakhir.',
      },
      { title: 'Akun Anda', text: 'Nomor HP, nama, dan HP mana yang dipakai untuk masuk.' },
      {
        title: 'Pemberitahuan',
        text: 'Bila Anda memintanya: alamat dari browser Anda, sampai Anda keluar. Yang lewat di sana hanya tanda bahwa ada kabar, tersandi.',
      },
    ] as readonly Line[],
  },
  never: {
    title: 'Yang tidak dikirim',
    points: [
      'Berkas Saya. Hanya berkas yang Anda pakai di sebuah permohonan yang ikut terkirim.',
      'Tempat dan waktu pemotretan. Keduanya dihapus dari foto. PDF, dan foto yang susunannya rusak, dikirim apa adanya.',
      'Apa pun ke pihak lain. Aplikasi ini hanya berhubungan dengan kantor, tanpa iklan dan pelacak.',
    ],
  },
  rights: {
    title: 'Hak Anda',
    lead: 'Menurut UU 27/2022 tentang Pelindungan Data Pribadi.',
    lines: [
      {
        title: 'Membetulkan',
        text: 'Sebelum Kirim, ubah sendiri. Sesudahnya, minta kantor: paling lambat 3 × 24 jam sejak permintaan diterima.',
      },
      { title: 'Menghentikan', text: 'Tidak ingin permohonan diteruskan? Sampaikan ke kantor.' },
      {
        title: 'Menghapus',
        text: 'Dengan tombol di bawah: di HP ini, dan bila Anda mau juga di kantor. Yang wajib diarsipkan tetap disimpan kantor.',
      },
      {
        title: 'Diberi tahu',
        text: 'Bila data Anda bocor, kantor wajib memberi tahu tertulis paling lambat 3 × 24 jam.',
      },
    ] as readonly Line[],
    contact: 'Ada pertanyaan? Tanyakan di kantor tempat Anda mengajukan permohonan.',
  },
  erase: {
    title: 'Hapus semua data saya di HP ini',
    lead: 'Isian, foto, Berkas Saya, dan daftar permohonan Anda dihapus dari HP ini. Anda juga keluar dari akun.',
    open: 'Hapus data saya di HP ini',
    office: {
      ask: 'Minta kantor menghapus data saya juga',
      text: 'Perlu internet. Permohonan yang belum lengkap dihapus kantor saat itu juga. Yang sudah diterima lengkap disimpan sesuai aturan arsip. Semua HP keluar dari akun ini.',
      erased: (count: number): string =>
        count === 0
          ? 'Kantor tidak menyimpan permohonan Anda.'
          : `Kantor menghapus ${count} permohonan yang belum lengkap.`,
      kept: (count: number, date: string): string =>
        `${count} permohonan tetap disimpan sesuai aturan arsip. Kantor memutuskannya paling lambat ${date}.`,
      noConnection: 'Kantor tidak menjawab. Di HP ini belum ada yang dihapus. Coba lagi, atau hapus di HP ini saja.',
      signInNeeded: 'Masuk lagi dulu supaya kantor tahu siapa Anda. Di HP ini belum ada yang dihapus.',
      notOffered: 'Kantor ini belum melayaninya lewat aplikasi. Tanyakan di kantor. Di HP ini belum ada yang dihapus.',
    },
    stays: {
      title: 'Yang tetap ada',
      points: [
        'Permohonan yang sudah diterima lengkap tetap diurus kantor.',
        'Data akun lain di HP ini.',
        'Pilihan bahasa dan tampilan, dan hitungan permohonan yang pernah dikirim dari HP ini.',
      ],
    },
    unsent: {
      title: (count: number): string => `${count} permohonan belum sampai di kantor`,
      text: 'Bila dihapus, HP ini tidak akan mengirimnya lagi. Simpan salinannya dulu bila masih diperlukan.',
      save: 'Simpan salinan',
      saved: 'Salinan disimpan',
      notSaved: 'Salinan tidak bisa dibuat',
      more: 'Tampilkan lagi',
    },
    noneUnsent: 'Tidak ada permohonan yang belum terkirim.',
    action: 'Hapus semua',
    busy: 'Menghapus…',
    first: {
      title: 'Hapus semua data Anda di HP ini?',
      text: 'Yang dihapus tidak bisa dikembalikan.',
      yes: 'Hapus semua',
    },
    second: {
      title: (count: number): string => `${count} permohonan akan hilang`,
      text: 'Kantor belum menerimanya. Setelah dihapus, hanya salinan yang sudah Anda simpan yang tersisa.',
      yes: 'Ya, hapus juga yang belum terkirim',
    },
    no: 'Jangan hapus',
    done: { title: 'Data Anda sudah dihapus', text: 'Tidak ada lagi data Anda di HP ini.', home: 'Ke beranda' },
    changed: 'Ada yang berubah sejak layar ini dibuka. Di HP ini belum ada yang dihapus. Periksa lagi.',
    inUse: 'Aplikasi sedang mengirim. Di HP ini belum ada yang dihapus. Tunggu sebentar, lalu coba lagi.',
    notLoaded: 'Bagian ini belum bisa dibuka. Coba lagi saat ada internet.',
    failed: 'Belum bisa dihapus',
  },
};
export type PrivacyMessages = typeof privacy;
