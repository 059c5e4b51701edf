import { useMessages } from '#i18n/messages.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import { TextField } from '#ui/fields/text-field.tsx';

/** Whose paper it is, in the person's own words. */
export function WhoseField(props: { readonly value: string; readonly onChange: (whose: string) => void }) {
  const words = useMessages(walletScreenWords);
  return (
    <TextField
      id="wallet-whose"
      testId="wallet-whose"
      label={words.whose}
      help={words.whoseHelp}
      optional={words.optional}
      {...props}
    />
  );
}
