import type { InstallMessages } from '../id/install.ts';

export const install = {
  title: 'Install Ajukan on this phone',
  text: 'Opens faster, also without internet. The phone takes better care of your data.',
  accept: 'Install',
  later: 'Not now',
} satisfies InstallMessages;
