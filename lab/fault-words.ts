import type { FaultKind } from '#tests/simulation/faults.ts';
import type { Words } from './words.ts';

export interface FaultGroup {
  readonly name: Words;
  readonly faults: readonly (readonly [FaultKind, Words])[];
}

/** Every fault that the simulation knows, in words for somebody who never wrote a program. */
export const faultGroups: readonly FaultGroup[] = [
  {
    name: { id: 'Di jalan', en: 'On the way' },
    faults: [
      ['network-down', { id: 'Sinyal hilang', en: 'No signal' }],
      ['online-lie', { id: 'HP mengira ada internet', en: 'The phone believes it is online' }],
      ['request-lost', { id: 'Kiriman tidak sampai', en: 'A request is lost' }],
      ['answer-lost', { id: 'Jawaban hilang, padahal sudah disimpan', en: 'An answer is lost after all was stored' }],
      ['answer-late', { id: 'Jawaban datang terlambat', en: 'An answer comes late' }],
      ['request-doubled', { id: 'Kiriman sampai dua kali', en: 'A request arrives twice' }],
      ['piece-cut', { id: 'Foto terpotong di tengah', en: 'A photo is cut off half-way' }],
      ['piece-spoilt', { id: 'Foto rusak di jalan', en: 'A photo is spoilt on the way' }],
      ['answer-garbled', { id: 'Jawaban tidak terbaca', en: 'An answer can’t be read' }],
      ['captive-portal', { id: 'WiFi minta masuk dulu', en: 'Wi-Fi with a sign-in page' }],
      ['redirected', { id: 'Dibelokkan ke alamat lain', en: 'Sent to another address' }],
      ['half-open', { id: 'Sambungan menggantung', en: 'A connection that hangs' }],
      ['foreign-receipt', { id: 'Tanda terima milik orang lain', en: 'Somebody else’s receipt' }],
    ],
  },
  {
    name: { id: 'Kantor menolak atau sibuk', en: 'The office refuses, or is busy' },
    faults: [
      ['office-500', { id: 'Server salah (500)', en: 'The server fails (500)' }],
      [
        'office-502-after-commit',
        { id: 'Perantara putus setelah tersimpan', en: 'The gateway fails after all was stored' },
      ],
      ['office-503-absurd', { id: 'Disuruh menunggu tak masuk akal', en: 'Told to wait absurdly long' }],
      ['office-429', { id: 'Terlalu sering bertanya (429)', en: 'Too many requests (429)' }],
      ['office-401', { id: 'Sesi berakhir (401)', en: 'The session has ended (401)' }],
      ['ticket-given', { id: 'HP dapat kirim tanpa sesi', en: 'The phone may send without a session' }],
      ['office-403', { id: 'Tidak diizinkan (403)', en: 'Not allowed (403)' }],
      ['office-404', { id: 'Tidak dikenal (404)', en: 'Unknown (404)' }],
      ['office-409', { id: 'Bertentangan (409)', en: 'A conflict (409)' }],
      ['office-410', { id: 'Layanan ditutup (410)', en: 'The service is closed (410)' }],
      ['office-413', { id: 'Terlalu besar (413)', en: 'Too large (413)' }],
      ['office-422', { id: 'Isian ditolak (422)', en: 'Answers refused (422)' }],
      ['office-423', { id: 'Sedang dipakai (423)', en: 'In use (423)' }],
      ['office-426', { id: 'Aplikasi terlalu lama (426)', en: 'The app is too old (426)' }],
      ['papers-too-early', { id: 'Belum mau menerima berkas', en: 'Will not hear of files yet' }],
      ['upload-gone', { id: 'Unggahan dilupakan', en: 'An upload is forgotten' }],
      ['feed-reset', { id: 'Daftar perubahan mulai dari awal', en: 'The change feed starts anew' }],
      ['object-lost', { id: 'Berkas hilang di penyimpanan', en: 'A file is lost in the storage' }],
      ['poisoned-item', { id: 'Satu permohonan selalu gagal', en: 'One application always fails' }],
    ],
  },
  {
    name: { id: 'Server kantor mati', en: 'The office’s server dies' },
    faults: [
      ['crash-before-commit', { id: 'Mati sebelum menyimpan', en: 'Dies before it stores' }],
      ['crash-after-commit', { id: 'Mati setelah menyimpan', en: 'Dies after it stored' }],
      ['crash-between-append-and-offset', { id: 'Mati di tengah berkas', en: 'Dies in the middle of a file' }],
      ['crash-before-verdict', { id: 'Mati sebelum memeriksa berkas', en: 'Dies before it checks a file' }],
      ['restored-backup', { id: 'Kembali ke cadangan kemarin', en: 'Is back at yesterday’s backup' }],
    ],
  },
  {
    name: { id: 'Di HP', en: 'On the phone' },
    faults: [
      ['tab-killed', { id: 'Aplikasi dimatikan paksa', en: 'The app is killed' }],
      ['power-cut', { id: 'Baterai habis', en: 'The battery dies' }],
      ['disk-full', { id: 'Memori penuh', en: 'The memory is full' }],
      ['disk-failed', { id: 'Gagal menyimpan', en: 'Storing fails' }],
      ['disk-failed-after-commit', { id: 'Dikira gagal, padahal tersimpan', en: 'Stored, yet called failed' }],
      ['payload-damaged', { id: 'Foto rusak di memori', en: 'A photo goes bad in the memory' }],
      ['tab-frozen', { id: 'Aplikasi dibekukan sistem', en: 'The system freezes the app' }],
      ['second-tab', { id: 'Aplikasi dibuka dua kali', en: 'The app is opened twice' }],
      ['worker-woken', { id: 'Dibangunkan di belakang layar', en: 'Woken in the background' }],
      ['worker-stopped', { id: 'Dihentikan di belakang layar', en: 'Stopped in the background' }],
      ['clock-jumped', { id: 'Jam HP meloncat bertahun-tahun', en: 'The clock jumps by years' }],
      ['signed-out', { id: 'Keluar dari akun', en: 'Signed out' }],
      ['other-account', { id: 'Orang lain masuk', en: 'Somebody else signs in' }],
    ],
  },
];
