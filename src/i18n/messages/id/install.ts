export const install = {
  title: 'Pasang Ajukan di HP',
  text: 'Lebih cepat dibuka, juga tanpa internet. HP lebih menjaga data Anda.',
  accept: 'Pasang',
  later: 'Nanti saja',
};
export type InstallMessages = typeof install;
