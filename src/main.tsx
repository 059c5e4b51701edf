import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { markOnce } from '#app/marks.ts';
import { followTheme } from '#app/theme.ts';
import { composeMenu } from './main/compose-menu.ts';

markOnce('app:start');
followTheme();
const { menu, start } = composeMenu();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App menu={menu} />);
start();
