import { FileUp } from 'lucide-react';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './outbox.module.css';
import { type Problem, TakeInProblem } from './take-in-problem.tsx';

/** "Buka berkas kiriman": a copy that another phone saved goes out from here. */
export function TakeIn({ more }: { readonly more?: ReactNode }) {
  const { takeIn: words } = useMessages(outboxWords);
  const { outbox } = useMenu();
  const navigate = useNavigate();
  const picker = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function open({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = target.files ?? [];
    if (file === undefined) return;
    setProblem(null);
    setReading(true);
    const result = await outbox.takeIn(file);
    setReading(false);
    // The same file can be picked again once it has been repaired.
    target.value = '';
    if (result.kind === 'carried') return void navigate('/antar');
    if (result.kind !== 'taken-in') return setProblem(result);
    showToast({ message: currentMessages(outboxWords).takeIn.done });
    await navigate(`/permohonan/${result.applicationId}`);
  }

  return (
    <Section title={words.title}>
      <p>{words.text}</p>
      {problem !== null && <TakeInProblem problem={problem} />}
      <div className={styles.care}>
        <input
          ref={picker}
          type="file"
          hidden
          accept="application/json,.json,text/plain,.txt"
          aria-label={words.open}
          data-testid="take-in-input"
          onChange={(event) => void open(event)}
        />
        <Button
          variant="secondary"
          icon={<FileUp />}
          busy={reading}
          busyLabel={words.reading}
          onClick={() => picker.current?.click()}
        >
          {words.open}
        </Button>
        {more}
      </div>
    </Section>
  );
}
