import { Camera, CircleAlert, FileUp } from 'lucide-react';
import { type ChangeEvent, type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { defaultMaxFiles } from '#domain/form/validate.ts';
import type { Requirement } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { FilePicker, FilePickers } from '#ui/file-picker.tsx';
import { List } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import styles from './apply.module.css';
import { fieldId } from './field-id.ts';
import { captureBegins } from '#services/pending-capture.ts';
import { useApplyForm } from './form-context.ts';
import { paperPointer } from './paper-problems.ts';
import { PaperDoubts } from './paper-doubts.tsx';
import type { SignOnScreenProps } from './sign-on-screen.tsx';
import { PaperRow } from './paper-row.tsx';
import { useAttaching } from './use-attaching.ts';
import { WalletSlotLater } from './wallet-slot-later.tsx';

/** Few services ask for a signature; where that code can't be fetched, a photo of one is enough. */
const SignOnScreen = lazy<ComponentType<SignOnScreenProps>>(() =>
  import('./sign-on-screen.tsx').then(
    (part) => ({ default: part.SignOnScreen }),
    () => ({ default: () => null }),
  ),
);

/** One required paper: what it is, the files of it, and two ways to add one. */
export function PaperSlot(props: {
  readonly requirement: Requirement;
  readonly documents: readonly AttachedDocument[];
  /** What Kirim found wrong with it. */
  readonly error: string | undefined;
  readonly onStraighten: (documentId: string) => void;
  readonly onLook: (documentId: string) => void;
}) {
  const { requirement, documents, error, onStraighten, onLook } = props;
  const { papers: words, optional } = useMessages(applyWords);
  const text = useLocalText();
  const { draft, session } = useApplyForm();
  const { progress, troubles, isLost, attach, add } = useAttaching(requirement);
  const label = text(requirement.label);
  const id = fieldId(paperPointer(requirement.id));
  const most = requirement.maxFiles ?? defaultMaxFiles;
  const full = documents.length >= most;
  const { slot, leaving } = useFocusAfterRemoval(documents);
  // Android may end the page while the camera is open.
  const openCamera = (): void => {
    captureBegins(`${draft.id}/${requirement.id}`);
    void session.flush();
  };
  const busy = progress !== null;
  const picker = {
    closed: full || busy,
    wrong: error !== undefined,
    'aria-describedby': full ? `${id}-full` : error === undefined ? undefined : `${id}-error`,
    onOpen: openCamera,
    onChange: (event: ChangeEvent<HTMLInputElement>) => void attach(event.target),
  } as const;
  return (
    <div ref={slot} id={id} className={styles.slot} data-testid={`slot-${requirement.id}`}>
      <Section title={requirement.required ? label : `${label} ${optional}`}>
        {requirement.note !== undefined && <p className={styles.soft}>{text(requirement.note)}</p>}
        {documents.length > 0 && (
          <List label={label}>
            {documents.map((document, index) => (
              <PaperRow
                key={document.id}
                document={document}
                onRemove={() => leaving(index)}
                onLook={() => onLook(document.id)}
                onStraighten={canStraighten(document, requirement) ? () => onStraighten(document.id) : undefined}
              />
            ))}
          </List>
        )}
        {documents.map(
          (document) =>
            document.doubts !== undefined && (
              <PaperDoubts
                key={document.id}
                document={document}
                doubts={document.doubts}
                named={documents.length > 1}
                busy={busy}
                onOpenCamera={openCamera}
                onRetake={(input) => void attach(input, document.id)}
              />
            ),
        )}
        {isLost && <Notice tone="alert" live="alert" title={words.lost} />}
        {troubles.map((trouble) => (
          <Notice key={trouble} tone="alert" live="alert" title={trouble} />
        ))}
        {error !== undefined && (
          <p id={`${id}-error`} className={styles.alert}>
            <CircleAlert />
            <span>{error}</span>
          </p>
        )}
        {requirement.paper !== undefined && (
          <WalletSlotLater requirement={requirement} documents={documents} full={full} />
        )}
        <output>{progress === null ? '' : words.adding(progress.at, progress.of)}</output>
        {requirement.capture === 'signature' && (
          <Suspense fallback={null}>
            <SignOnScreen
              again={documents.length > 0}
              onSigned={(picture) =>
                add([picture], (documents.find(isDrawn) ?? (full ? documents.at(-1) : undefined))?.id)
              }
            />
          </Suspense>
        )}
        {full && (
          <p id={`${id}-full`} className={styles.soft}>
            {words.full(most)}
          </p>
        )}
        <FilePickers>
          {requirement.accept.some((type) => type.startsWith('image/')) && (
            <FilePicker
              {...picker}
              icon={<Camera />}
              label={words.take}
              accept="image/*"
              capture="environment"
              aria-label={`${words.take}: ${label}`}
            />
          )}
          <FilePicker
            {...picker}
            icon={<FileUp />}
            label={words.pick}
            multiple={most - documents.length > 1}
            accept={requirement.accept.join(',')}
            aria-label={`${words.pick}: ${label}`}
            data-testid="photo-input"
          />
        </FilePickers>
      </Section>
    </div>
  );
}

/** What comes out is a JPEG. */
function canStraighten(document: AttachedDocument, { accept, capture }: Requirement): boolean {
  if (capture === 'signature' && isDrawn(document)) return false;
  return document.mediaType.startsWith('image/') && accept.includes('image/jpeg');
}

/** Photos are JPEGs; what was written on the screen never lies askew. */
function isDrawn({ mediaType }: AttachedDocument): boolean {
  return mediaType === 'image/png';
}

/** A row that goes takes the focus along: it moves on to the row that takes its place, or to the pickers. */
function useFocusAfterRemoval(documents: readonly AttachedDocument[]) {
  const slot = useRef<HTMLDivElement>(null);
  const from = useRef<{ readonly index: number; readonly count: number } | null>(null);
  useEffect(() => {
    if (from.current === null || documents.length >= from.current.count) return;
    const rows = slot.current?.querySelectorAll<HTMLElement>('[data-testid="paper"] button[aria-label]') ?? [];
    const next = rows[Math.min(from.current.index, rows.length - 1)] ?? slot.current?.querySelector('input');
    next?.focus();
    from.current = null;
  }, [documents]);
  return {
    slot,
    leaving(index: number) {
      from.current = { index, count: documents.length };
    },
  };
}
