/** A list that is searched by typing: fetched with the first one. */
export const listSearch = {
  searchList: 'Ketik, lalu pilih',
  nothingFits: 'Tidak ada yang cocok. Coba kata lain.',
  fitting: (count: number): string => `${count} pilihan`,
  findVillage: 'Cari namanya',
};
export type ListSearchMessages = typeof listSearch;
