/** Every refusal of this backend. `title` is for the engineer, `detail` is what a person may read on a screen. */
export const problemKinds = {
  'not-http': { status: 400, title: 'The request is not valid HTTP', detail: 'Permintaan tidak terbaca.' },
  'not-json': { status: 400, title: 'The body is not valid JSON', detail: 'Kiriman tidak terbaca.' },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is not valid',
    detail: 'Permintaan tidak lengkap atau tidak sah.',
  },
  'invalid-grant': { status: 400, title: 'Login and code do not fit', detail: 'Nomor HP atau kode tidak cocok.' },
  'wrong-code': {
    status: 400,
    title: 'The code does not fit',
    detail: 'Kode tidak cocok. Periksa lagi angkanya.',
  },
  'code-spent': {
    status: 400,
    title: 'The code was tried too often',
    detail: 'Kode ini sudah terlalu sering dicoba. Minta kode baru.',
  },
  'code-expired': {
    status: 400,
    title: 'The code is too old, used, or was never asked for',
    detail: 'Kode ini sudah tidak berlaku. Minta kode baru.',
  },
  'sign-in-needed': { status: 401, title: 'No valid session', detail: 'Silakan masuk lagi. Isian tidak hilang.' },
  'not-allowed': { status: 403, title: 'The role does not allow this', detail: 'Akun ini tidak berhak melakukannya.' },
  'proof-needed': {
    status: 403,
    title: 'A code of the old number is needed',
    detail: 'Masukkan juga kode dari nomor lama, atau masuk lagi dahulu.',
  },
  'cross-site': {
    status: 403,
    title: 'The request came from another site',
    detail: 'Permintaan datang dari situs lain.',
  },
  'not-found': { status: 404, title: 'Not found', detail: 'Tidak ditemukan.' },
  'method-not-allowed': { status: 405, title: 'Method not allowed', detail: 'Cara ini tidak dilayani.' },
  'too-slow': { status: 408, title: 'The request did not arrive in time', detail: 'Permintaan terlalu lama di jalan.' },
  'content-conflict': {
    status: 409,
    title: 'The id is used with other content',
    detail: 'Nomor yang sama sudah dipakai untuk isi yang berbeda.',
  },
  'transition-not-allowed': {
    status: 409,
    title: 'The status does not allow this action',
    detail: 'Tindakan ini tidak berlaku untuk status permohonan sekarang.',
  },
  'assigned-elsewhere': {
    status: 409,
    title: 'Another official has taken this application',
    detail: 'Permohonan ini sedang dikerjakan petugas lain.',
  },
  'too-many-documents': {
    status: 409,
    title: 'Too many documents for one application',
    detail: 'Terlalu banyak berkas untuk satu permohonan.',
  },
  'claim-closed': {
    status: 409,
    title: 'The claim was closed after too many wrong tries',
    detail: 'Angka NIK sudah terlalu sering keliru. Tanyakan ke kantor dengan membawa KTP.',
  },
  'lock-closed': {
    status: 409,
    title: 'The share of this lock was closed after too many wrong tries',
    detail: 'PIN sudah sepuluh kali keliru. Minta kantor membukanya kembali, atau buka dengan kata cadangan.',
  },
  'too-many-locks': {
    status: 409,
    title: 'Too many shares or requests of one phone',
    detail: 'HP ini sudah terlalu sering mengganti kunci. Tanyakan ke kantor.',
  },
  'number-taken': {
    status: 409,
    title: 'Another document bears this number',
    detail: 'Nomor dokumen ini sudah dipakai dokumen lain.',
  },
  'number-in-use': {
    status: 409,
    title: 'Another account has this number',
    detail: 'Nomor ini sudah dipakai akun lain.',
  },
  'wrong-offset': {
    status: 409,
    title: 'Upload-Offset is not where the stored bytes end',
    detail: 'Berkas dilanjutkan dari tempat lain.',
  },
  erased: {
    status: 410,
    title: 'Erased at the wish of its owner, or because its term has ended',
    detail: 'Permohonan ini sudah dihapus, atas permintaan Anda atau karena masa simpannya habis.',
  },
  expired: {
    status: 410,
    title: 'The term of keeping it has ended',
    detail: 'Berkas ini sudah dihapus karena masa simpannya habis.',
  },
  'unknown-cursor': { status: 410, title: 'The cursor is not known', detail: 'Daftar perlu dibaca ulang dari awal.' },
  'changed-since': {
    status: 412,
    title: 'The application has changed since',
    detail: 'Permohonan sudah berubah; muat ulang dahulu.',
  },
  'tus-version': {
    status: 412,
    title: 'Tus-Resumable must be 1.0.0',
    detail: 'Versi pengiriman berkas tidak dikenal.',
  },
  'too-large': { status: 413, title: 'Too large', detail: 'Ukurannya melebihi batas kantor.' },
  'media-type': { status: 415, title: 'Media type not accepted', detail: 'Jenis berkas ini tidak diterima.' },
  'body-coding': {
    status: 415,
    title: 'The body has a Content-Encoding or a charset other than UTF-8',
    detail: 'Kiriman dikodekan dengan cara yang tidak diterima.',
  },
  'invalid-request': {
    status: 422,
    title: 'The body does not have the shape of the contract',
    detail: 'Bentuk kiriman tidak sesuai.',
  },
  'invalid-answers': {
    status: 422,
    title: 'Answers or papers are refused',
    detail: 'Ada isian atau berkas yang perlu diperbaiki.',
  },
  'wrong-digits': {
    status: 422,
    title: 'The digits do not fit',
    detail: 'Empat angka terakhir NIK tidak cocok.',
  },
  'wrong-pin': { status: 422, title: 'The proof is of another PIN', detail: 'PIN belum cocok.' },
  'unknown-service': {
    status: 422,
    title: 'No such service',
    detail: 'Layanan ini tidak dikenal atau sudah tidak dibuka.',
  },
  'unknown-schema-version': {
    status: 422,
    title: 'This version of the form is not accepted any more',
    detail: 'Formulir ini sudah diganti dengan yang baru.',
  },
  'paper-refused': {
    status: 422,
    title: 'The paper can not be taken',
    detail: 'Berkas ini tidak bisa diterima kantor.',
  },
  'unknown-sealing-key': {
    status: 422,
    title: 'Sealed to keys that this office does not hold',
    detail: 'Kantor belum dapat membuka segel permohonan ini. Permohonan tetap aman di HP Anda; coba lagi nanti.',
  },
  'sealing-required': {
    status: 426,
    title: 'Only sealed applications are taken',
    detail: 'Kantor ini hanya menerima permohonan yang tersegel. Buka Ajukan sekali lagi selagi ada sinyal.',
  },
  'upload-busy': {
    status: 423,
    title: 'Another request is writing this upload',
    detail: 'Berkas sedang dikirim dari tempat lain.',
  },
  'precondition-required': { status: 428, title: 'If-Match is missing', detail: 'Muat ulang permohonan dahulu.' },
  'too-many-requests': { status: 429, title: 'Too many requests', detail: 'Terlalu sering mencoba. Tunggu sebentar.' },
  'headers-too-large': {
    status: 431,
    title: 'The header of the request is too large',
    detail: 'Kepala permintaan terlalu panjang.',
  },
  'digest-mismatch': {
    status: 460,
    title: 'The bytes are not the announced ones',
    detail: 'Berkas rusak di jalan dan perlu dikirim ulang.',
  },
  internal: { status: 500, title: 'Internal error', detail: 'Ada kesalahan di kantor. Coba lagi nanti.' },
  'code-not-sent': {
    status: 502,
    title: 'Nobody has taken the code over for delivery',
    detail: 'Kode belum terkirim. Coba lagi sebentar lagi.',
  },
  unavailable: {
    status: 503,
    title: 'Not available for the moment',
    detail: 'Kantor sedang tidak dapat menerima. Coba lagi nanti.',
  },
} as const;

export type ProblemKind = keyof typeof problemKinds;
