import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface RemoveWords {
  readonly removeTitle: string;
  readonly removeText: string;
  readonly removeYes: string;
  readonly removeNo: string;
}

/** Takes one thing away, after one question. */
export function RemoveButton(props: {
  /** Names the thing. */
  readonly label: string;
  readonly words: RemoveWords;
  readonly onRemove: () => void;
  readonly testId: string;
}) {
  const { label, words, onRemove, testId } = props;
  const [asking, setAsking] = useState(false);
  const leave = () => setAsking(false);
  function remove(): void {
    leave();
    onRemove();
  }
  return (
    <>
      <IconButton label={label} icon={<Trash2 />} onClick={() => setAsking(true)} />
      <Dialog
        open={asking}
        title={words.removeTitle}
        onClose={leave}
        actions={
          <>
            <Button variant="danger" onClick={remove} data-testid={testId}>
              {words.removeYes}
            </Button>
            <Button variant="secondary" onClick={leave}>
              {words.removeNo}
            </Button>
          </>
        }
      >
        {words.removeText}
      </Dialog>
    </>
  );
}
