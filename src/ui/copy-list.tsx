import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { List, ListRow } from './list.tsx';
import { useFocusOnNewRow } from './use-focus-on-new-row.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface CopyListProps {
  readonly rows: readonly { readonly id: string; readonly title: string; readonly description: string }[];
  readonly words: { readonly save: string; readonly more: string };
  /** Resolves when it is saved, or has been said that it can't be. */
  readonly onSave: (id: string) => Promise<void>;
  /** Null when all are shown. */
  readonly onMore: (() => void) | null;
}

/** Things of which a person may save a copy each. */
export function CopyList({ rows, words, onSave, onMore }: CopyListProps) {
  const { list, asked } = useFocusOnNewRow(rows.length);
  const [saving, setSaving] = useState<string | null>(null);

  async function save(id: string): Promise<void> {
    setSaving(id);
    await onSave(id);
    setSaving(null);
  }

  return (
    <>
      <div ref={list}>
        <List>
          {rows.map(({ id, title, description }) => (
            <ListRow
              key={id}
              leading={<FileText />}
              title={title}
              description={description}
              meta={
                <Button variant="secondary" busy={saving === id} data-testid="save-copy" onClick={() => void save(id)}>
                  {words.save}
                  <VisuallyHidden>
                    : {title}, {description}
                  </VisuallyHidden>
                </Button>
              }
            />
          ))}
        </List>
      </div>
      {onMore !== null && (
        <Button
          variant="secondary"
          wide
          onClick={() => {
            asked();
            onMore();
          }}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}
