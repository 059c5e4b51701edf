import { useId } from 'react';
import { TextField } from '#ui/fields/text-field.tsx';

/** A PIN or words. Pasting is fine; a phone shows the keyboard that fits. */
export function SecretField(props: {
  readonly way: 'pin' | 'office-pin' | 'passphrase';
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
  readonly testId: string;
}) {
  const { way, label, help, value, error, onChange, testId } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={onChange}
      type={way === 'passphrase' ? 'text' : 'password'}
      inputMode={way === 'passphrase' ? 'text' : 'numeric'}
      autoComplete="off"
      testId={testId}
      {...(help === undefined ? {} : { help })}
      {...(error === null ? {} : { error })}
    />
  );
}
