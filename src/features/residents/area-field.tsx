import { Search } from 'lucide-react';
import { useState } from 'react';
import { areaName, findVillages } from '#domain/area/areas.ts';
import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { ComboboxField } from '#ui/fields/combobox-field.tsx';

export interface AreaFieldProps {
  /** Of a village of this regency, or ''. */
  readonly code: string;
  readonly onChange: (code: string) => void;
}

const mostFound = 30;

/** A village by its name, with its kecamatan: nine names occur twice in the regency. */
export function AreaField({ code, onChange }: AreaFieldProps) {
  const { edit: words } = useMessages(residentsWords);
  /** What stands in the field while no village of that name is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <ComboboxField
      id="resident-area"
      label={`${words.area} ${words.optional}`}
      text={typed ?? areaName(code) ?? ''}
      icon={<Search />}
      chosen={code}
      find={(query) =>
        findVillages(query, mostFound).map((village) => ({ value: village.code, label: areaName(village.code) ?? '' }))
      }
      onType={(text) => {
        setTyped(text);
        if (code !== '') onChange('');
      }}
      onChoose={(chosen) => {
        setTyped(null);
        onChange(chosen);
      }}
      words={{ placeholder: words.areaHint, nothing: words.areaNothing, count: words.areaCount }}
    />
  );
}
