import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { getBinary } from './find-binary.ts';

/** Closer to Safari: this build leaves `navigator.storage` out unless asked. */
export const safariLike = ['--features=+StorageAPI,+StorageAPIEstimate'] as const;

export function getMiniBrowser(): string {
  return getBinary(
    'MINIBROWSER_PATH',
    ['MiniBrowser'],
    ['/usr/lib/*-linux-*/webkitgtk-6.0/MiniBrowser', '/usr/lib/*-linux-*/webkit2gtk-4.1/MiniBrowser'],
  );
}

/** Everything that WebKit keeps goes below `home`; nothing of this machine's desktop is used. */
export function webkitEnvironment(home: string, display: string): NodeJS.ProcessEnv {
  const runtime = path.join(home, 'runtime');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  return {
    ...process.env,
    DISPLAY: display,
    WAYLAND_DISPLAY: '',
    GDK_BACKEND: 'x11',
    HOME: home,
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_RUNTIME_DIR: runtime,
    TZ: 'Asia/Jakarta',
    LANG: 'id_ID.UTF-8',
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
  };
}
