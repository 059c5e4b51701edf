/** On which the tabs of this app tell each other what has become of the lock. */
export const lockChannel = 'ajukan-lock';
