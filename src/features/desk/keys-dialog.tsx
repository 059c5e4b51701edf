import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { useObservable } from '#services/menu-context.ts';
import { Dialog } from '#ui/dialog.tsx';
import { CheckField } from '#ui/fields/check-field.tsx';
import { type Shortcut, shortcutKeys } from './shortcut.ts';
import { shortcutsPreference } from './use-shortcuts.ts';

/** What every key does, and the way to have none of them. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { keys: words } = useMessages(deskWords);
  const isOn = useObservable(shortcutsPreference) === 'on';
  return (
    <Dialog open={open} title={words.title} onClose={onClose}>
      <dl className="desk-keys" data-testid="desk-keys-help">
        {[...byMeaning()].map(([means, keys]) => (
          <div key={means}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key === 'ArrowDown' || key === 'ArrowUp' ? words.arrows[key] : key}</kbd>
              ))}
            </dt>
            <dd>{words.names[means]}</dd>
          </div>
        ))}
      </dl>
      <CheckField label={words.on} checked={isOn} onChange={(on) => shortcutsPreference.set(on ? 'on' : 'off')} />
    </Dialog>
  );
}

function byMeaning(): ReadonlyMap<Shortcut, readonly string[]> {
  const found = new Map<Shortcut, readonly string[]>();
  for (const [key, means] of shortcutKeys) found.set(means, [...(found.get(means) ?? []), key]);
  return found;
}
