import { Search } from 'lucide-react';
import { useState } from 'react';
import { areaName, findVillages } from '#domain/area/areas.ts';
import { useMessages } from '#i18n/messages.ts';
import { listSearchWords } from '#i18n/sets/list-search.ts';
import { ComboboxField } from '#ui/fields/combobox-field.tsx';

export interface AreaSearchProps {
  readonly id: string;
  /** Of a village of this regency, or ''. */
  readonly code: string;
  /** '' when what stands in the field is no village that was chosen. */
  readonly onChange: (code: string) => void;
}

const mostFound = 30;

/** The lists come with the search: one fetch for what stands on the screen together. */
export { kecamatanList } from '#domain/area/villages.ts';

/** A village by its name, with its kecamatan: nine names occur twice in the regency. */
export function AreaSearch({ id, code, onChange }: AreaSearchProps) {
  const words = useMessages(listSearchWords);
  /** Until another village is chosen, here or in the lists. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly code: string }>();
  return (
    <ComboboxField
      id={id}
      label={words.findVillage}
      text={typed?.code === code ? typed.text : (areaName(code) ?? '')}
      icon={<Search />}
      chosen={code}
      find={(query) =>
        findVillages(query, mostFound).map((village) => ({ value: village.code, label: areaName(village.code) ?? '' }))
      }
      onType={(text) => {
        // One village must not stand here while another is sent.
        setTyped({ text, code: '' });
        if (code !== '') onChange('');
      }}
      onChoose={(chosen) => {
        setTyped(undefined);
        onChange(chosen);
      }}
      words={{ placeholder: words.searchList, nothing: words.nothingFits, count: words.fitting }}
    />
  );
}
