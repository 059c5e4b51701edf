import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { privacyWords } from '#i18n/sets/privacy.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

/** One question; and another one where something would be lost that the office does not have. */
export function AskTwice(props: { readonly unsent: number; readonly onYes: () => void; readonly onNo: () => void }) {
  const { unsent, onYes, onNo } = props;
  const { erase: words } = useMessages(privacyWords);
  const [isSecond, setSecond] = useState(false);
  const question = isSecond ? words.second : words.first;
  return (
    <Dialog
      open
      title={isSecond ? words.second.title(unsent) : words.first.title}
      onClose={onNo}
      actions={
        <>
          <Button
            key={String(isSecond)}
            variant="danger"
            onClick={() => (isSecond || unsent === 0 ? onYes() : setSecond(true))}
            data-testid={isSecond ? 'erase-second' : 'erase-first'}
          >
            {question.yes}
          </Button>
          <Button variant="secondary" onClick={onNo}>
            {words.no}
          </Button>
        </>
      }
    >
      {question.text}
    </Dialog>
  );
}
