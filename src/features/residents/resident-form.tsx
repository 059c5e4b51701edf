import { useRef, useState } from 'react';
import { wibDate } from '#domain/form/wib-date.ts';
import { readNik } from '#domain/identity/nik.ts';
import { showPhone } from '#domain/identity/phone.ts';
import type { ResidentWords } from '#domain/resident/resident.ts';
import type { ResidentProblem } from '#domain/resident/tidy-resident.ts';
import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import styles from './residents.module.css';

// It comes with the list of villages.
const AreaField = lazyPart(async () => (await import('./area-field.tsx')).AreaField);

export type Kept =
  | { readonly kind: 'kept' }
  | { readonly kind: 'invalid'; readonly problems: readonly ResidentProblem[] }
  | { readonly kind: 'failed'; readonly why: string };

/** What is written down of a resident. Only the name has to be there; an odd NIK is warned of and kept. */
export function ResidentForm(props: {
  readonly title: string;
  readonly back: string;
  readonly known: ResidentWords;
  readonly onSave: (words: ResidentWords) => Promise<Kept>;
}) {
  const { edit: words } = useMessages(residentsWords);
  const [typed, setTyped] = useState({ ...props.known, phone: showPhone(props.known.phone) });
  const [problems, setProblems] = useState<readonly ResidentProblem[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const change = (part: Partial<ResidentWords>) => setTyped((before) => ({ ...before, ...part }));

  async function save(): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    const kept = await props.onSave(typed);
    underWay.current = false;
    setBusy(false);
    setProblems(kept.kind === 'invalid' ? kept.problems : []);
    setTrouble(kept.kind === 'failed' ? kept.why : null);
    if (kept.kind === 'invalid') {
      document.getElementById(kept.problems.includes('name-missing') ? 'resident-name' : 'resident-phone')?.focus();
    }
  }
  return (
    <Screen
      testId="resident-form"
      title={props.title}
      back={props.back}
      actions={
        <Button busy={busy} onClick={() => void save()} data-testid="resident-save">
          {words.save}
        </Button>
      }
    >
      {trouble !== null && (
        <Notice tone="alert" live="alert" title={words.notSaved}>
          {trouble}
        </Notice>
      )}
      <div className={styles.fields}>
        <TextField
          id="resident-name"
          testId="resident-name"
          label={words.name}
          help={words.nameHelp}
          value={typed.name}
          onChange={(name) => change({ name })}
          {...(problems.includes('name-missing') ? { error: words.nameMissing } : {})}
        />
        <NikField value={typed.nik} onChange={(nik) => change({ nik })} />
        <TextField
          id="resident-phone"
          testId="resident-phone"
          label={words.phone}
          optional={words.optional}
          help={words.phoneHelp}
          type="tel"
          inputMode="tel"
          value={typed.phone}
          onChange={(phone) => change({ phone })}
          {...(problems.includes('phone-unreadable') ? { error: words.phoneWrong } : {})}
        />
        <AreaField code={typed.area} onChange={(area) => change({ area })} />
        <TextField
          id="resident-note"
          label={words.note}
          optional={words.optional}
          help={words.noteHelp}
          lines
          value={typed.note}
          onChange={(note) => change({ note })}
        />
      </div>
    </Screen>
  );
}

function NikField({ value, onChange }: { readonly value: string; readonly onChange: (nik: string) => void }) {
  const { edit: words } = useMessages(residentsWords);
  const [left, setLeft] = useState(false);
  const [today] = useState(() => wibDate(Date.now()));
  const reading = readNik(value, today);
  const note = value.trim() === '' || !left ? '' : reading.digits === null ? words.nikOdd : unlikely();
  function unlikely(): string {
    return reading.warnings.length > 0 ? words.nikUnlikely : '';
  }
  return (
    <TextField
      id="resident-nik"
      testId="resident-nik"
      label={words.nik}
      optional={words.optional}
      inputMode="numeric"
      value={value}
      onChange={onChange}
      onLeave={() => setLeft(true)}
      note={note}
    />
  );
}
