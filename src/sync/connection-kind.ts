/** Whose data a request costs, as far as the browser tells. 'wifi' is any that is not counted by the megabyte. */
export type ConnectionKind = 'wifi' | 'mobile' | 'unknown';
