import { CircleAlert } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { papersPlace } from '#domain/form/places.ts';
import type { Requirement } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import styles from './apply.module.css';
import { useApplyForm } from './form-context.ts';
import { usePaperPicture } from './use-paper-picture.ts';

/** The papers as they will be sent. One that has to be there and is not leads to where it is added. */
export function PaperList(props: {
  readonly requirements: readonly Requirement[];
  readonly documents: readonly AttachedDocument[];
}) {
  const { review: words, optional } = useMessages(applyWords);
  const text = useLocalText();
  const navigate = useNavigate();
  const { draft } = useApplyForm();
  const href = `/isi/${draft.id}/${papersPlace.slug}?ubah`;
  function add(event: MouseEvent): void {
    event.preventDefault();
    void navigate(href, { state: { problems: true } });
  }
  return (
    <dl className={styles.answers}>
      {props.requirements.map(({ id, label, required, capture }) => {
        const attached = props.documents.filter(({ slot }) => slot === id);
        const kept = draft.repair?.kept.filter(({ slot }) => slot === id).length ?? 0;
        const count = attached.length + kept;
        return (
          <div key={id}>
            <dt>
              {text(label)}
              {!required && ` ${optional}`}
            </dt>
            <dd>
              {count > 0 && (capture !== 'signature' || kept > 0) && words.paperCount(count)}
              {capture === 'signature' &&
                attached.map((document) => (
                  <SignaturePicture key={document.id} document={document} name={text(label)} />
                ))}
              {count === 0 && !required && <span className={styles.soft}>{words.noPapers}</span>}
              {count === 0 && required && (
                <a
                  href={href}
                  onClick={add}
                  className={styles.alert}
                  aria-label={`${words.missingPaper} ${text(label)}`}
                  data-testid="paper-missing"
                >
                  <CircleAlert />
                  <span>{words.missingPaper}</span>
                </a>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** As it was written: whoever sends it sees that it is theirs. */
function SignaturePicture({ document, name }: { readonly document: AttachedDocument; readonly name: string }) {
  const url = usePaperPicture(document);
  return (
    <span className={styles.signature} data-testid="signature-picture">
      {url === null ? document.fileName : <img src={url} alt={name} />}
    </span>
  );
}
