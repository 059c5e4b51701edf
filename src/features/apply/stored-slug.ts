/** After the form: what is said once it is stored for sending. */
export const storedSlug = 'terkirim';
