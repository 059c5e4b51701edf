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
  readonly testId?: string;
}

export interface FieldAria {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Names the help and the error of a field to its control. */
export function fieldAria({ id, help, error }: FieldFrameProps): FieldAria {
  const described = [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return {
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
  };
}

/** Label above, help under it, then the control and what is wrong with it. */
export function FieldFrame({ frame, children }: { readonly frame: FieldFrameProps; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={frame.id} className={styles.label}>
        <LabelWords frame={frame} />
      </label>
      <Help frame={frame} />
      {children}
      <FieldError frame={frame} />
    </div>
  );
}

/** The same around several controls. */
export function GroupFrame({ frame, children }: { readonly frame: FieldFrameProps; readonly children: ReactNode }) {
  return (
    <fieldset
      id={frame.id}
      className={styles.field}
      data-testid={frame.testId}
      aria-describedby={fieldAria(frame)['aria-describedby']}
    >
      <legend className={styles.label}>
        <LabelWords frame={frame} />
      </legend>
      <Help frame={frame} />
      {children}
      <FieldError frame={frame} />
    </fieldset>
  );
}

function LabelWords({ frame }: { readonly frame: FieldFrameProps }) {
  return (
    <>
      {frame.label}
      {frame.optional !== undefined && <span className={styles.optional}> {frame.optional}</span>}
    </>
  );
}

function Help({ frame }: { readonly frame: FieldFrameProps }) {
  if (frame.help === undefined) return null;
  return (
    <span id={`${frame.id}-help`} className={styles.help}>
      {frame.help}
    </span>
  );
}

function FieldError({ frame }: { readonly frame: FieldFrameProps }) {
  if (frame.error === undefined) return null;
  return (
    <span id={`${frame.id}-error`} className={styles.error}>
      <CircleAlert />
      <span>{frame.error}</span>
    </span>
  );
}
