const mostSigns = 100;

/**
 * Which questions were answered with what is shown, for the audit log: "/nik /anggota/*" + "/nik", each once, and how many
 * more where they do not fit. Ids of a form, and nothing that a person has typed.
 */
export function revealedFields(pointers: Iterable<string>): string {
  const questions = [...new Set(Array.from(pointers, questionOf))];
  for (let told = questions.length; told > 0; told -= 1) {
    const left = questions.length - told;
    const text = `${questions.slice(0, told).join(' ')}${left === 0 ? '' : ` and ${left} more`}`;
    if (text.length <= mostSigns) return text;
  }
  return questions.length === 0 ? 'nothing' : `${questions.length} questions`;
}

/** The same for every item of several; what no id of a form has is left out. */
function questionOf(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*').replaceAll(/[^\w/*]/g, '');
}
