import type { ManifestOptions } from 'vite-plugin-pwa';

export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Ajukan: layanan publik dari HP',
  short_name: 'Ajukan',
  description: 'Ajukan layanan publik Kabupaten Tangerang dari HP, ada sinyal atau tidak.',
  lang: 'id',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'portrait',
  background_color: '#f8f5ef',
  theme_color: '#0b6354',
  categories: ['government', 'utilities'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  // Taken in by the worker (src/sw/receive-shared.ts), with or without signal.
  share_target: {
    action: '/share',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { files: [{ name: 'files', accept: ['image/*', 'application/pdf', '.pdf'] }] },
  },
  shortcuts: [
    { name: 'Permohonan saya', url: '/permohonan', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: 'Layanan', url: '/', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
  ],
  screenshots: [
    { src: '/screenshots/beranda.png', sizes: '720x1480', type: 'image/png', form_factor: 'narrow', label: 'Beranda' },
    {
      src: '/screenshots/permohonan.png',
      sizes: '720x1480',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Permohonan saya',
    },
  ],
};
