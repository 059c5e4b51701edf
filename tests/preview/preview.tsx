/**
 * Looks at the screens without a store or an office: `npx vite`, then
 * /tests/preview/preview.html?route=/permohonan&scene=full&theme=dark&lang=en
 */
import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { followTheme } from '#app/theme.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { chooseLanguage } from '#i18n/language.ts';
import { createMenuSoon } from '#services/menu-soon.ts';
import { themePreference } from '#services/preferences.ts';
import { fakeMenu, fakeWorld } from '#tests/fakes/fake-menu.ts';
import { scenes } from './scenes.ts';

const definitions = import.meta.glob<ServiceDefinition>('/server/catalogue/*.json', { eager: true, import: 'default' });

const parameters = new URLSearchParams(location.search);
const nowMs = Date.now();
const world = fakeWorld(Object.values(definitions), nowMs);
scenes[parameters.get('scene') ?? 'fresh']?.(world, nowMs);

themePreference.set(parameters.get('theme') === 'dark' ? 'dark' : 'light');
followTheme();
await chooseLanguage(parameters.get('lang') === 'en' ? 'en' : 'id');
history.replaceState(null, '', parameters.get('route') ?? '/');

const place = document.querySelector('#root');
if (place !== null)
  createRoot(place).render(<App soon={createMenuSoon(() => Promise.resolve(fakeMenu(world)), null)} />);
