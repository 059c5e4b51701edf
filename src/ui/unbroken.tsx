import styles from './unbroken.module.css';

/** A sentence in which one part, a number for example, never breaks, and the word before it stays beside it. */
export function Unbroken({ text, part }: { readonly text: string; readonly part: string }) {
  const at = text.lastIndexOf(part);
  if (at === -1) return text;
  const before = text.slice(0, at);
  const word = before.lastIndexOf(' ', before.length - 2) + 1;
  return (
    <>
      {before.slice(0, word)}
      <span className={styles.pair}>
        {before.slice(word)}
        <span className={styles.part}>{part}</span>
      </span>
      {text.slice(at + part.length)}
    </>
  );
}
