import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './field.module.css';

/** What every field says about itself. The words come from whoever knows the language. */
export interface FieldFrameProps {
  /** Of the control; for a group, of the fieldset. */
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** "(boleh dikosongkan)" */
  readonly optional?: ReactNode;
  readonly error?: ReactNode;
  /** What the app makes of the answer; read out when it changes, and room is kept for a line of it. */
  readonly note?: ReactNode;
  readonly testId?: string;
}

export interface FieldAria {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Names the help and the error of a field to its control. */
export function fieldAria({ id, help, note, error }: FieldFrameProps): FieldAria {
  const described = [
    help !== undefined && `${id}-help`,
    note !== undefined && `${id}-note`,
    error !== undefined && `${id}-error`,
  ]
    .filter(Boolean)
    .join(' ');
  return {
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
  };
}

/**
 * Label above, help under it, then the control and what is wrong with it. A function and not a component, as are the parts
 * of it: a long form would have hundreds of components that do nothing but hand on.
 * @param labelId for what has to name the label itself
 */
export function fieldFrame(frame: FieldFrameProps, children: ReactNode, labelId?: string): ReactNode {
  return (
    <div className={styles.field}>
      <label id={labelId} htmlFor={frame.id} className={styles.label}>
        {frame.label}
        {optional(frame)}
      </label>
      {help(frame)}
      {children}
      {note(frame)}
      {fieldError(frame)}
    </div>
  );
}

/** The same around several controls; `radios` when they are one answer. */
export function GroupFrame(props: {
  readonly frame: FieldFrameProps;
  readonly radios?: boolean;
  readonly children: ReactNode;
}) {
  const { frame, radios = false, children } = props;
  const aria = fieldAria(frame);
  return (
    <fieldset
      id={frame.id}
      className={styles.field}
      data-testid={frame.testId}
      aria-describedby={aria['aria-describedby']}
      {...(radios ? { role: 'radiogroup', 'aria-invalid': aria['aria-invalid'] } : {})}
    >
      <legend className={styles.label}>
        {frame.label}
        {optional(frame)}
      </legend>
      {help(frame)}
      {children}
      {note(frame)}
      {fieldError(frame)}
    </fieldset>
  );
}

function optional(frame: FieldFrameProps): ReactNode {
  return frame.optional !== undefined && <span className={styles.optional}> {frame.optional}</span>;
}

function help(frame: FieldFrameProps): ReactNode {
  if (frame.help === undefined) return null;
  return (
    <span id={`${frame.id}-help`} className={styles.help}>
      {frame.help}
    </span>
  );
}

function note(frame: FieldFrameProps): ReactNode {
  if (frame.note === undefined) return null;
  return (
    <output id={`${frame.id}-note`} className={styles.remark}>
      {frame.note}
    </output>
  );
}

function fieldError(frame: FieldFrameProps): ReactNode {
  if (frame.error === undefined) return null;
  return (
    <span id={`${frame.id}-error`} className={styles.error}>
      <CircleAlert />
      <span>{frame.error}</span>
    </span>
  );
}
