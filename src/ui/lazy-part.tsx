import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useUiWords } from './ui-words.ts';

/**
 * A part of a screen that comes when it is needed. Where it can't be fetched the rest of the screen stands, a notice in
 * its place says so, and a press tries again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  missing: (again: () => void, props: Props) => ReactNode = (again) => <MissingPart onAgain={again} />,
): ComponentType<Props> {
  let Come: ComponentType<Props> | null = null;
  return function LazyPart(props: Props) {
    const [state, setState] = useState<'coming' | 'here' | 'missing'>(Come === null ? 'coming' : 'here');
    useEffect(() => {
      if (state !== 'coming') return;
      let here = true;
      void load().then(
        (part) => {
          Come = part;
          if (here) setState('here');
        },
        () => here && setState('missing'),
      );
      return () => {
        here = false;
      };
    }, [state]);
    if (Come !== null) return <Come {...props} />;
    return state === 'missing' ? missing(() => setState('coming'), props) : null;
  };
}

function MissingPart({ onAgain }: { readonly onAgain: () => void }) {
  const { part } = useUiWords();
  return (
    <Notice
      tone="alert"
      live="alert"
      title={part.missing}
      actions={
        <Button variant="secondary" onClick={onAgain} data-testid="part-again">
          {part.again}
        </Button>
      }
    >
      {part.hint}
    </Notice>
  );
}
