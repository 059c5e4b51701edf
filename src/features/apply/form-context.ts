import { createContext, useContext } from 'react';
import type { FieldProblem } from '#domain/form/answers.ts';
import type { Draft } from '#domain/application/draft.ts';
import type { FormSession } from './form-session.ts';

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

const ProblemsContext = createContext<readonly FieldProblem[]>([]);
/** The problems that are shown beside their fields. */
export const ProblemsProvider = ProblemsContext.Provider;
export function useProblems(): readonly FieldProblem[] {
  return useContext(ProblemsContext);
}
