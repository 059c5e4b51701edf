import type { Marks } from './use-marks.ts';

/** Marks one answer or paper for repair. The words are for who can't see what it stands beside. */
export function MarkBox(props: { readonly marks: Marks; readonly pointer: string; readonly label: string }) {
  const { marks, pointer, label } = props;
  return (
    <label className="desk-mark-box" title={label}>
      <input
        type="checkbox"
        aria-label={label}
        checked={marks.has(pointer)}
        data-testid={`mark-${pointer}`}
        onChange={() => marks.toggle(pointer)}
      />
    </label>
  );
}
