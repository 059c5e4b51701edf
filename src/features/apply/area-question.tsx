import { type ComponentType, useEffect, useState } from 'react';
import type { Kecamatan } from '#domain/area/villages.ts';
import type { Field } from '#domain/service/definition.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { FieldSet } from '#ui/fields/field-set.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { AnswerProps } from './answer-props.ts';
import type { AreaSearchProps } from './area-search.tsx';

interface AreaParts {
  readonly list: readonly Kecamatan[];
  readonly Search: ComponentType<AreaSearchProps>;
}
type Areas = AreaParts | 'loading' | 'failed';

/** Kecamatan first, then the village in it: nine names occur twice in the regency. */
export function AreaQuestion({ frame, value, onChange }: Omit<AnswerProps<Field>, 'field'>) {
  const words = useMessages(applyWords);
  const areas = useAreas();
  const code = typeof value === 'string' ? value : '';
  const [opened, setOpened] = useState('');
  if (areas === 'failed') return <Notice tone="alert" title={words.areasFailed} live="alert" />;
  if (areas === 'loading') return <Skeleton rows={3} />;
  const { list, Search } = areas;
  const wrongBecause = frame.error === undefined ? undefined : `${frame.id}-error`;
  const kecamatan = list.find((one) => one.code === (code === '' ? opened : code.slice(0, 8)));
  return (
    <FieldSet {...frame}>
      <Search
        id={`${frame.id}-search`}
        code={code}
        onChange={(chosen) => {
          setOpened(chosen.slice(0, 8));
          onChange(chosen === '' ? undefined : chosen);
        }}
      />
      <SelectField
        id={`${frame.id}-kecamatan`}
        label={words.kecamatan}
        none={words.choose}
        wrongBecause={wrongBecause}
        value={kecamatan?.code ?? ''}
        choices={list.map((one) => ({ value: one.code, label: one.name }))}
        onChange={(chosen) => {
          setOpened(chosen);
          onChange(undefined);
        }}
      />
      <SelectField
        id={`${frame.id}-village`}
        label={words.village}
        none={words.choose}
        wrongBecause={wrongBecause}
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
    import('./area-search.tsx').then(
      ({ kecamatanList, AreaSearch }) => here && setAreas({ list: kecamatanList, Search: AreaSearch }),
      () => here && setAreas('failed'),
    );
    return () => {
      here = false;
    };
  }, []);
  return areas;
}
