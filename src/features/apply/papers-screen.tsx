import { useMemo, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { visibleRequirements } from '#domain/form/visibility.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './apply.module.css';
import { useApplyForm } from './form-context.ts';
import { FormScreen } from './form-screen.tsx';
import { PaperSlot } from './paper-slot.tsx';
import { papersPlace, reviewPlace } from './places.ts';

/** The papers that go with the answers. Missing ones are named, and hold nobody up before Kirim. */
export function PapersScreen() {
  const { papers: words, next } = useMessages(applyWords);
  const trouble = useMessages(troubleWords);
  const text = useLocalText();
  const formats = useFormats();
  const navigate = useNavigate();
  const menu = useMenu();
  const { draft, session } = useApplyForm();
  const { answers } = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const documents = useLive(useMemo(() => menu.drafts.documents(draft.id), [menu, draft.id]));
  const requirements = visibleRequirements(draft.definition, answers);
  const slots = new Set(requirements.map(({ id }) => id));
  const attached = documents.state === 'ready' ? documents.value.filter(({ slot }) => slots.has(slot)) : [];
  const missing = requirements.filter(({ id, required }) => required && !attached.some(({ slot }) => slot === id));
  const bytes = attached.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <FormScreen
      slug={papersPlace.slug}
      title={words.title}
      lead={requirements.length === 0 ? words.none : words.lead}
      main={
        <Button
          data-testid="next"
          onClick={() => void navigate(`/isi/${draft.id}/${reviewPlace.slug}`, { state: { from: papersPlace.slug } })}
        >
          {next}
        </Button>
      }
    >
      {documents.state === 'failed' && (
        <Notice tone="alert" live="alert" title={words.listFailed}>
          {trouble[documents.reason]}
        </Notice>
      )}
      {requirements.map((requirement) => (
        <PaperSlot
          key={requirement.id}
          requirement={requirement}
          documents={attached.filter(({ slot }) => slot === requirement.id)}
        />
      ))}
      {documents.state === 'ready' && missing.length > 0 && (
        <Notice tone="waiting" title={words.missing(missing.map(({ label }) => text(label)).join(', '))}>
          {words.missingHint}
        </Notice>
      )}
      {attached.length > 0 && <p className={styles.soft}>{words.total(attached.length, formats.bytes(bytes))}</p>}
    </FormScreen>
  );
}
