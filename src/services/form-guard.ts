import { observableValue } from '#lib/observable-value.ts';

/**
 * Whether a form is open that is not all in the store yet. Set by the form, read by whoever would reload the page:
 * a new release is never offered meanwhile.
 */
export const formGuard = observableValue(false);
