import type { ComponentType } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { lazyPart } from './lazy-part.tsx';
import { useUiWords } from './ui-words.ts';

interface Closable {
  readonly onClose: () => void;
}

/** The same for what lies over a screen: what is missing is said in a dialog too. */
export function lazyDialog<Props extends Closable>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazyPart(load, (again, { onClose }) => <MissingDialog onAgain={again} onClose={onClose} />);
}

function MissingDialog({ onAgain, onClose }: Closable & { readonly onAgain: () => void }) {
  const { part } = useUiWords();
  const again = (
    <Button onClick={onAgain} data-testid="part-again">
      {part.again}
    </Button>
  );
  return (
    <Dialog open title={part.missing} onClose={onClose} actions={again}>
      {part.hint}
    </Dialog>
  );
}
