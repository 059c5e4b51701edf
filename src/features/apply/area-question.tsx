import { useEffect, useState } from 'react';
import type { Kecamatan } from '#domain/area/villages.ts';
import type { Field } from '#domain/service/definition.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { FieldSet } from '#ui/fields/field-set.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { AnswerProps } from './answer-props.ts';

type Areas = readonly Kecamatan[] | 'loading' | 'failed';

/** Kecamatan first, then the village in it: nine names occur twice in the regency. */
export function AreaQuestion({ frame, value, onChange }: Omit<AnswerProps<Field>, 'field'>) {
  const words = useMessages(applyWords);
  const areas = useAreas();
  const code = typeof value === 'string' ? value : '';
  const [opened, setOpened] = useState('');
  if (areas === 'failed') return <Notice tone="alert" title={words.areasFailed} live="alert" />;
  if (areas === 'loading') return <Skeleton rows={2} />;
  const kecamatan = areas.find((one) => one.code === (code === '' ? opened : code.slice(0, 8)));
  return (
    <FieldSet {...frame}>
      <SelectField
        id={`${frame.id}-kecamatan`}
        label={words.kecamatan}
        none={words.choose}
        value={kecamatan?.code ?? ''}
        choices={areas.map((one) => ({ value: one.code, label: one.name }))}
        onChange={(chosen) => {
          setOpened(chosen);
          onChange(undefined);
        }}
      />
      <SelectField
        id={`${frame.id}-village`}
        label={words.village}
        none={words.choose}
        value={code}
        disabled={kecamatan === undefined}
        choices={(kecamatan?.villages ?? []).map((one) => ({ value: one.code, label: one.name }))}
        onChange={(chosen) => {
          setOpened(kecamatan?.code ?? '');
          onChange(chosen === '' ? undefined : chosen);
        }}
      />
    </FieldSet>
  );
}

function useAreas(): Areas {
  const [areas, setAreas] = useState<Areas>('loading');
  useEffect(() => {
    let here = true;
    import('#domain/area/villages.ts').then(
      ({ kecamatanList }) => here && setAreas(kecamatanList),
      () => here && setAreas('failed'),
    );
    return () => {
      here = false;
    };
  }, []);
  return areas;
}
