import { Camera, FileUp, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ConsentMethod } from '#domain/resident/consent.ts';
import { useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { consentWords } from '#i18n/sets/consent.ts';
import { signatureWords } from '#i18n/sets/signature.ts';
import { isSignature, type Stroke } from '#lib/strokes.ts';
import type { GivenConsent, StartForResult } from '#services/menu-residents.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ChoiceField } from '#ui/fields/choice-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { FilePicker, FilePickers } from '#ui/file-picker.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { pictureOf } from '#ui/signature-pad/draw-strokes.ts';
import { SignaturePad } from '#ui/signature-pad/signature-pad.tsx';
import styles from './residents.module.css';
import { useRefusalWords } from './use-refusal-words.ts';

const methods = ['signature', 'signed-paper', 'spoken'] as const satisfies readonly ConsentMethod[];

/** The text that a resident agrees to, and the ways to say yes. */
export function ConsentForm(props: {
  readonly name: string;
  readonly back: string;
  readonly statement: readonly string[];
  readonly onGiven: (given: GivenConsent) => Promise<StartForResult>;
}) {
  const words = useMessages(consentWords);
  const signature = useMessages(signatureWords);
  const explain = useRefusalWords();
  const language = useLanguage();
  const [method, setMethod] = useState<ConsentMethod>('signature');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [photo, setPhoto] = useState<File | null>(null);
  const [witness, setWitness] = useState('');
  const [trouble, setTrouble] = useState<{ readonly text: string } | null>(null);
  const notice = useRef<HTMLDivElement>(null);
  // The button that was pressed stays in sight; what it says may be far below.
  useEffect(() => {
    if (trouble !== null) notice.current?.scrollIntoView({ block: 'center' });
  }, [trouble]);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);

  /** What there is to show, or what is missing. */
  async function given(): Promise<GivenConsent | string> {
    if (method === 'spoken') return witness.trim() === '' ? words.witnessMissing : { language, method, witness };
    if (method === 'signed-paper') return photo === null ? words.pictureMissing : { language, method, picture: photo };
    if (!isSignature(strokes)) return signature.tooShort;
    const picture = await pictureOf(strokes);
    if (picture === null || picture.type !== 'image/png') return signature.failed;
    return { language, method, picture: new File([picture], 'persetujuan.png', { type: 'image/png' }) };
  }
  async function give(): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    const said = await given();
    const text = typeof said === 'string' ? said : explain(await props.onGiven(said));
    setTrouble(text === null ? null : { text });
    underWay.current = false;
    setBusy(false);
  }
  return (
    <Screen
      testId="consent"
      title={words.title}
      lead={words.lead(props.name)}
      back={props.back}
      actions={
        <Button busy={busy} busyLabel={words.busy} onClick={() => void give()} data-testid="consent-give">
          {words.give}
        </Button>
      }
    >
      <Card className={styles.statement} data-testid="consent-text">
        {props.statement.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Card>
      <ChoiceField
        id="consent-method"
        label={words.how}
        choices={methods.map((value) => ({ value, ...words.methods[value] }))}
        chosen={[method]}
        onChange={([chosen]) => {
          setMethod(methods.find((one) => one === chosen) ?? 'signature');
          setTrouble(null);
        }}
      />
      {method === 'signature' && <Pad strokes={strokes} onChange={setStrokes} />}
      {method === 'signed-paper' && <Photo photo={photo} onChange={setPhoto} />}
      {method === 'spoken' && (
        <TextField
          id="consent-witness"
          testId="consent-witness"
          label={words.witness}
          help={words.witnessHelp}
          value={witness}
          onChange={setWitness}
        />
      )}
      {trouble !== null && (
        <div ref={notice}>
          <Notice tone="alert" live="alert" title={words.notStored}>
            {trouble.text}
          </Notice>
        </div>
      )}
    </Screen>
  );
}

function Pad(props: { readonly strokes: readonly Stroke[]; readonly onChange: (strokes: readonly Stroke[]) => void }) {
  const { strokes, onChange } = props;
  const words = useMessages(signatureWords);
  const hintId = useId();
  return (
    <div className={styles.fields}>
      <p id={hintId} className={styles.soft}>
        {words.hint}
      </p>
      <SignaturePad
        className={styles.pad}
        label={words.pad(strokes.length)}
        describedBy={hintId}
        strokes={strokes}
        onStroke={(stroke) => onChange([...strokes, stroke])}
      />
      <div>
        <Button
          variant="secondary"
          icon={<Undo2 />}
          aria-disabled={strokes.length === 0}
          onClick={() => onChange(strokes.slice(0, -1))}
        >
          {words.undo}
        </Button>
      </div>
    </div>
  );
}

function Photo(props: { readonly photo: File | null; readonly onChange: (photo: File) => void }): ReactNode {
  const words = useMessages(consentWords);
  const change = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined) props.onChange(file);
  };
  return (
    <div className={styles.fields}>
      <FilePickers>
        <FilePicker
          icon={<Camera />}
          label={words.take}
          accept="image/*"
          capture="environment"
          onChange={(event) => change(event.target.files)}
        />
        <FilePicker
          icon={<FileUp />}
          label={words.pick}
          accept="image/jpeg,image/png,image/webp"
          data-testid="consent-photo"
          onChange={(event) => change(event.target.files)}
        />
      </FilePickers>
      <output>{props.photo === null ? '' : words.chosen(props.photo.name)}</output>
    </div>
  );
}
