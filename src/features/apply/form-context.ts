import { createContext, useContext } from 'react';
import type { FieldProblem } from '#domain/form/answers.ts';
import type { Draft } from '#domain/application/draft.ts';
import type { FormSession, SessionState } from './form-session.ts';

/** What a form's screens share. */
export interface ApplyForm {
  readonly draft: Draft;
  readonly session: FormSession;
}
const ApplyFormContext = createContext<ApplyForm | null>(null);
export const ApplyFormProvider = ApplyFormContext.Provider;

export function useApplyForm(): ApplyForm {
  const form = useContext(ApplyFormContext);
  if (form === null) throw new Error('useApplyForm outside of ApplyFormProvider');
  return form;
}

const FormStateContext = createContext<SessionState | null>(null);
export const FormStateProvider = FormStateContext.Provider;

/** What the session holds now. Handed down, so that sixty questions are one listener and not sixty. */
export function useFormState(): SessionState {
  const state = useContext(FormStateContext);
  if (state === null) throw new Error('useFormState outside of FormStateProvider');
  return state;
}

const ProblemsContext = createContext<readonly FieldProblem[]>([]);
/** The problems that are shown beside their fields. */
export const ProblemsProvider = ProblemsContext.Provider;
export function useProblems(): readonly FieldProblem[] {
  return useContext(ProblemsContext);
}
