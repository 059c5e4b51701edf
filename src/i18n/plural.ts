const rules = new Intl.PluralRules('en');

/** English only: Bahasa Indonesia has one form. */
export function englishPlural(count: number, forms: { readonly one: string; readonly other: string }): string {
  return rules.select(count) === 'one' ? forms.one : forms.other;
}
