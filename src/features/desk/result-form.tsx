import { useId, useState } from 'react';
import { isIsoDate } from '#domain/form/parse-date.ts';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { DeskTrouble } from '#domain/desk/desk-trouble.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMenu, NewResult, ResultGiven } from '#services/menu-desk.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { showToast } from '#ui/toast-store.ts';
import { DeskTroubleNotice } from './desk-trouble.tsx';
import type { useBegun } from './use-marks.ts';
import type { ResultDraft } from './work-over-sign-in.ts';

/** What the office says itself is in its language. */
type Problem = Exclude<ResultGiven['kind'], 'given' | DeskTrouble['kind']> | 'missing' | { readonly detail: string };

export function newDraft(id: string): ResultDraft {
  const form = { kind: 'file', title: '', number: '', place: '', from: '', until: '', bring: '' };
  return { id, form, fileName: null };
}

/** A finished document, or where it can be fetched. Tried again after a loss of signal, it is the same result. */
export function ResultForm(props: {
  readonly desk: DeskMenu;
  readonly seen: DeskCase;
  readonly draft: ResultDraft;
  readonly begun: ReturnType<typeof useBegun>;
  /** It is not as it was seen: what was typed stays, and is saved to what is there now. */
  readonly onOutdated: () => void;
  readonly onGiven: (fresh: DeskCase | null) => void;
  readonly onClose: () => void;
}) {
  const { desk, seen, draft, begun, onOutdated, onGiven, onClose } = props;
  const { result: words } = useMessages(deskWords);
  const formats = useFormats();
  const id = useId();
  const { form, fileName } = draft;
  const file = begun.file();
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [trouble, setTrouble] = useState<DeskTrouble['kind'] | null>(null);
  const put = (name: keyof typeof form) => (value: string) =>
    begun.setResult({ ...draft, form: { ...form, [name]: value } });

  async function save(): Promise<void> {
    const result = newResult(draft, file);
    if (result === null) return setProblem('missing');
    setProblem(null);
    setTrouble(null);
    setSent(0);
    const given = await desk.giveResult(seen, result, setSent);
    setSent(null);
    switch (given.kind) {
      case 'given':
        showToast({ message: words.saved });
        return onGiven(given.fresh);
      case 'refused':
        return setProblem(given.detail === null ? 'refused' : { detail: given.detail });
      case 'changed-since':
      case 'taken':
        onOutdated();
        return setProblem(given.kind);
      case 'too-large':
      case 'number-taken':
      case 'not-possible':
      case 'invalid':
        return setProblem(given.kind);
      default:
        return setTrouble(given.kind);
    }
  }
  const percent = sent === null || file === null ? null : formats.percent(sent / Math.max(1, file.size));
  return (
    <form
      className="desk-result-form"
      data-testid="desk-result-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (sent === null) void save();
      }}
    >
      <SelectField
        id={`${id}-kind`}
        label={words.kind}
        none={words.file}
        value={form.kind === 'pickup' ? 'pickup' : ''}
        choices={[{ value: 'pickup', label: words.pickup }]}
        onChange={(kind) => put('kind')(kind === 'pickup' ? 'pickup' : 'file')}
      />
      <TextField
        id={`${id}-title`}
        label={words.name}
        value={form.title}
        onChange={put('title')}
        testId="result-title"
      />
      <TextField id={`${id}-number`} label={words.number} value={form.number} onChange={put('number')} />
      {form.kind === 'file' ? (
        <label className="desk-file">
          <span>{words.choose}</span>
          <input
            type="file"
            accept="application/pdf"
            data-testid="result-file"
            onChange={(event) => {
              const chosen = event.target.files?.[0] ?? null;
              begun.setFile(chosen);
              begun.setResult({ ...draft, fileName: chosen?.name ?? null });
            }}
          />
          {fileName !== null && (
            <span className="desk-soft">{file === null ? words.chooseAgain(fileName) : fileName}</span>
          )}
        </label>
      ) : (
        <>
          <TextField
            id={`${id}-place`}
            label={words.place}
            value={form.place}
            onChange={put('place')}
            testId="result-place"
          />
          <TextField
            id={`${id}-from`}
            type="date"
            label={words.from}
            value={form.from}
            onChange={put('from')}
            testId="result-from"
          />
          <TextField id={`${id}-until`} type="date" label={words.until} value={form.until} onChange={put('until')} />
          <TextField
            id={`${id}-bring`}
            label={words.bring}
            value={form.bring}
            onChange={put('bring')}
            testId="result-bring"
          />
        </>
      )}
      {problem !== null && (
        <p className="desk-problem" role="alert">
          {typeof problem === 'string' ? words[problem] : problem.detail}
        </p>
      )}
      {trouble !== null && <DeskTroubleNotice kind={trouble} />}
      <div className="desk-decision-foot">
        <span className="desk-soft" aria-live="polite">
          {percent !== null && words.sending(percent)}
        </span>
        <Button variant="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" busy={sent !== null} data-testid="result-save">
          {words.save}
        </Button>
      </div>
    </form>
  );
}

/** Null while something that is needed is missing. */
function newResult({ id, form }: ResultDraft, file: File | null): NewResult | null {
  const title = form.title.trim();
  const number = form.number.trim();
  const both = { id, title, ...(number === '' ? {} : { number }) };
  if (title === '') return null;
  if (form.kind === 'file') return file === null ? null : { kind: 'file', ...both, file };
  const place = form.place.trim();
  if (place === '' || !isIsoDate(form.from)) return null;
  const pickup = { place, from: form.from, until: form.until || null, bring: form.bring.trim() || null };
  return { kind: 'pickup', ...both, pickup };
}
