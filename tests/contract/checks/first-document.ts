import { type PlannedApplication, type PlannedDocument, planApplication } from '../applications.ts';
import { fail } from '../expect.ts';
import type { Target } from '../target.ts';

/** An application that has not been sent, and the first of its papers. */
export function firstDocument(
  target: Target,
  options: { fileBytes?: number } = {},
): { readonly application: PlannedApplication; readonly document: PlannedDocument } {
  const application = planApplication(target, options);
  const [document] = application.documents;
  return { application, document: document ?? fail('the service asks for no paper') };
}
