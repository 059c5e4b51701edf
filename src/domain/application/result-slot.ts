/** The slot of the document that an office's result is. No requirement of a service is called so. */
export const resultSlot = 'office.result';
