/** A receipt that holds without asking the office. */
export const receipt = {
  title: 'Tanda terima',
  lead: 'Tunjukkan kode ini bila perlu membuktikan bahwa permohonan Anda sudah sampai. Di dalamnya tidak ada nama atau NIK.',
  show: 'Tampilkan kode QR',
  codeLabel: (number: string): string => `Kode QR tanda terima nomor ${number}`,
  share: 'Kirim ke orang lain',
  copy: 'Salin tanda terima',
  copied: 'Tanda terima disalin',
  notCopied: 'Tidak bisa disalin. Coba lagi.',
  shared: (service: string, number: string, address: string): string =>
    `Tanda terima permohonan ${service}, nomor ${number}. Periksa keasliannya: ${address}`,
  check: 'Periksa tanda terima lain',
  checkTitle: 'Periksa tanda terima',
  checkLead: 'Pindai kode QR tanda terima dengan kamera HP, atau tempel teksnya di sini. Bisa tanpa internet.',
  field: 'Teks atau alamat tanda terima',
  hint: 'Biasanya berupa alamat yang panjang.',
  checkNow: 'Periksa',
  checking: 'Memeriksa…',
  genuineTitle: 'Asli: sudah diterima kantor',
  number: 'Nomor registrasi',
  service: 'Layanan',
  receivedAt: 'Diterima',
  issuer: 'Diterbitkan oleh',
  notADocument: 'Ini tanda terima permohonan, bukan surat atau tanda tangan resmi.',
  noReceiptTitle: 'Tanda terima tidak ditemukan',
  noReceiptText:
    'Teks ini bukan tanda terima Ajukan, atau ada bagian yang terpotong. Salin seluruhnya, lalu coba lagi.',
  forgedTitle: 'Tidak asli',
  forgedText: 'Isi tanda terima ini sudah berubah sejak diterbitkan, atau bukan dari kantor ini.',
  unknownKeyTitle: 'Belum bisa dipastikan',
  unknownKeyText: (issuer: string): string =>
    `Tanda terima ini menyebut ${issuer}, tetapi kuncinya tidak dikenal. Periksa lagi saat ada internet, atau tanyakan ke kantor itu.`,
  signalTitle: 'Perlu internet sekali',
  signalText: 'HP ini belum pernah mengambil kunci kantor. Sambungkan ke internet sebentar, lalu periksa lagi.',
  notLoaded: 'Halaman ini belum ada di HP. Buka sekali saat ada internet.',
};
export type ReceiptMessages = typeof receipt;
