import type { PlainPage } from '../http/plain-page.ts';

export type ProviderTrouble = 'away' | 'not-begun' | 'refused' | 'no-role' | 'no-office';

const back = { href: '/', id: 'Kembali ke Ajukan', en: 'Back to Ajukan' };
const again = { href: '/v1/auth/oidc', id: 'Coba masuk lagi', en: 'Try to sign in again' };
const leave = {
  href: '/v1/auth/oidc/sign-out',
  id: 'Masuk dengan akun kantor yang lain',
  en: 'Sign in with another office account',
};

/** What an officer reads who was not let in; nothing in it tells who they are. */
export const providerPages: Readonly<Record<ProviderTrouble, PlainPage & { readonly status: 400 | 403 | 503 }>> = {
  away: {
    status: 503,
    id: {
      title: 'Layanan masuk kantor belum menjawab',
      text: 'Coba lagi beberapa menit lagi. Ajukan sendiri tetap berjalan, dan warga tetap bisa mengirim permohonan.',
    },
    en: {
      title: 'The office sign-in does not answer',
      text: 'Try again in a few minutes. Ajukan itself is running, and residents can still send applications.',
    },
    links: [again, back],
  },
  'not-begun': {
    status: 400,
    id: {
      title: 'Mulai masuk sekali lagi',
      text: 'Halaman ini sudah terlalu lama terbuka, atau dibuka dari tautan lain. Belum ada yang masuk.',
    },
    en: {
      title: 'Start signing in once more',
      text: 'This page was open for too long, or was opened from another link. Nobody has been signed in.',
    },
    links: [again, back],
  },
  refused: {
    status: 403,
    id: {
      title: 'Anda belum masuk',
      text: 'Layanan masuk kantor tidak meneruskan Anda, atau jawabannya tidak bisa dipercaya. Coba lagi. Kalau terus begini, hubungi admin kantor Anda.',
    },
    en: {
      title: 'You are not signed in',
      text: 'The office sign-in did not let you through, or its answer could not be trusted. Try again. If it goes on like this, ask the administrator of your office.',
    },
    links: [again, back],
  },
  'no-role': {
    status: 403,
    id: {
      title: 'Akun Anda belum punya tugas di Ajukan',
      text: 'Akun kantor Anda dikenal, tetapi belum diberi tugas di sini. Minta admin kantor Anda memberi tugas, lalu masuk lagi.',
    },
    en: {
      title: 'Your account has no task in Ajukan yet',
      text: 'Your office account is known, but has no task here. Ask the administrator of your office for one, then sign in again.',
    },
    links: [leave, back],
  },
  'no-office': {
    status: 403,
    id: {
      title: 'Akun Anda belum terhubung dengan kantor',
      text: 'Tugas Anda dikenal, tetapi belum jelas di desa, kecamatan, atau dinas mana. Minta admin kantor Anda melengkapinya, lalu masuk lagi.',
    },
    en: {
      title: 'Your account belongs to no office yet',
      text: 'Your task is known, but not in which village, district or agency. Ask the administrator of your office to add it, then sign in again.',
    },
    links: [leave, back],
  },
};
