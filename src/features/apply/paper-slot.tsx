import { Camera, FileUp } from 'lucide-react';
import { type ChangeEvent, useState } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import type { Requirement } from '#domain/service/definition.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { attachRefusalWords } from '#i18n/sets/attach-refusal.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { AttachResult } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { List } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import styles from './apply.module.css';
import { useApplyForm } from './form-context.ts';
import { PaperRow } from './paper-row.tsx';

/** One required paper: what it is, the files of it, and two ways to add one. */
export function PaperSlot(props: {
  readonly requirement: Requirement;
  readonly documents: readonly AttachedDocument[];
}) {
  const { requirement, documents } = props;
  const { papers: words, optional } = useMessages(applyWords);
  const text = useLocalText();
  const { draft, session } = useApplyForm();
  const { drafts } = useMenu();
  const explain = useAttachWords();
  const [busy, setBusy] = useState(false);
  const [troubles, setTroubles] = useState<readonly string[]>([]);

  async function add(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const input = event.target;
    const files = [...(input.files ?? [])];
    setBusy(true);
    setTroubles([]);
    for (const file of files) {
      const trouble = explain(await drafts.attach(draft.id, requirement.id, file));
      if (trouble !== null) setTroubles((all) => [...all, files.length > 1 ? `${file.name}: ${trouble}` : trouble]);
    }
    // The same file can be chosen again.
    input.value = '';
    setBusy(false);
  }
  // Android may end the page while the camera is open.
  const saveFirst = () => void session.flush();
  const label = text(requirement.label);
  return (
    <div className={styles.slot} data-testid={`slot-${requirement.id}`}>
      <Section title={requirement.required ? label : `${label} ${optional}`}>
        {requirement.note !== undefined && <p className={styles.soft}>{text(requirement.note)}</p>}
        {documents.length > 0 && (
          <List label={label}>
            {documents.map((document) => (
              <PaperRow key={document.id} document={document} />
            ))}
          </List>
        )}
        {troubles.map((trouble) => (
          <Notice key={trouble} tone="alert" live="alert" title={trouble} />
        ))}
        <output>{busy ? words.adding : ''}</output>
        <div className={styles.pickers}>
          {requirement.accept.some((type) => type.startsWith('image/')) && (
            <label className={styles.picker}>
              <Camera />
              <span>{words.take}</span>
              <input
                type="file"
                accept="image/*"
                capture="environment"
                aria-label={`${words.take}: ${label}`}
                onClick={saveFirst}
                onChange={(event) => void add(event)}
              />
            </label>
          )}
          <label className={styles.picker}>
            <FileUp />
            <span>{words.pick}</span>
            <input
              type="file"
              multiple
              accept={requirement.accept.join(',')}
              aria-label={`${words.pick}: ${label}`}
              data-testid="photo-input"
              onClick={saveFirst}
              onChange={(event) => void add(event)}
            />
          </label>
        </div>
      </Section>
    </div>
  );
}

/** What a person should know about a file that was not taken; null when it was. */
function useAttachWords(): (result: AttachResult) => string | null {
  const { papers } = useMessages(applyWords);
  const refusal = useMessages(attachRefusalWords);
  const trouble = useMessages(troubleWords);
  const formats = useFormats();
  return (result) => {
    if (result.kind === 'attached') return null;
    if (result.kind === 'failed') return `${papers.notStored}. ${trouble[result.reason]}`;
    const limit = result.limitBytes === undefined ? null : formats.bytes(result.limitBytes);
    return result.reason === 'too-large' ? refusal['too-large'](limit) : refusal[result.reason]();
  };
}
