import { Eye, EyeOff } from 'lucide-react';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { Button } from '#ui/button.tsx';
import { DeskTroubleNotice } from './desk-trouble.tsx';
import type { Reveal } from './use-reveal.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Shows the whole NIK and KK numbers of the answers below, and says that it is noted. Nothing where there are none. */
export function RevealBar({ reveal }: { readonly reveal: Reveal }) {
  const { item } = useMessages(deskWords);
  const { reveal: words } = item;
  const { count, isShown, isAsking, isMaskedByOffice, trouble, toggle } = reveal;
  useShortcuts(count === 0 ? {} : { reveal: toggle });
  if (count === 0) return null;
  return (
    <div className="desk-reveal">
      <Button
        variant="secondary"
        icon={isShown ? <EyeOff /> : <Eye />}
        busy={isAsking}
        onClick={toggle}
        data-testid="desk-reveal"
      >
        {isShown ? words.hide : words.show}{' '}
        <kbd className="desk-key" aria-hidden="true">
          N
        </kbd>
      </Button>
      <output className="desk-soft">
        {isMaskedByOffice ? (isShown ? words.shown : words.hidden) : words.notNoted}
      </output>
      {trouble !== null && <DeskTroubleNotice kind={trouble} onAgain={toggle} />}
    </div>
  );
}
