/** `waiting`: on this phone only. `success`: the office has it. `alert`: a person is needed. */
export type Tone = 'neutral' | 'info' | 'waiting' | 'success' | 'alert';
