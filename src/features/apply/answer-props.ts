import type { ReactNode } from 'react';
import type { Field } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import type { FieldFrameProps } from '#ui/fields/field-frame.tsx';
import type { AnswerPath } from './answer-path.ts';

export interface AnswerProps<F extends Field> {
  readonly field: F;
  readonly path: AnswerPath;
  readonly frame: FieldFrameProps;
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
}

/** Draws a question inside of a group or an item. */
export type AskInside = (field: Field, path: AnswerPath) => ReactNode;
