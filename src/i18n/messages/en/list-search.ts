import { englishPlural } from '../../plural.ts';
import type { ListSearchMessages } from '../id/list-search.ts';

export const listSearch: ListSearchMessages = {
  searchList: 'Type, then choose',
  nothingFits: 'Nothing fits. Try another word.',
  fitting: (count) => `${count} ${englishPlural(count, { one: 'choice', other: 'choices' })}`,
  findVillage: 'Find it by name',
};
