import type { ManifestOptions } from 'vite-plugin-pwa';

export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Ajukan',
  short_name: 'Ajukan',
  lang: 'id',
  start_url: '/',
  scope: '/',
  display: 'standalone',
};
