/** The id of an answer's control in the page. */
export function fieldId(pointer: string): string {
  return `answer${pointer.replaceAll('/', '-')}`;
}

/** Takes a person to the control of an answer, or to the first one inside of its group. */
export function focusField(pointer: string): void {
  const found = document.getElementById(fieldId(pointer));
  const control = found?.matches('input, select, textarea, button')
    ? found
    : found?.querySelector<HTMLElement>('input:checked, input, select, textarea, button');
  control?.focus();
  found?.scrollIntoView({ block: 'center' });
}
