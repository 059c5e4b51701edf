import type { JsonValue } from '#lib/json.ts';

/** Text in the languages of the app. Bahasa Indonesia is always there; English may be missing. */
export interface LocalizedText {
  readonly id: string;
  readonly en?: string;
}

/** A JsonLogic rule over the answers (https://jsonlogic.com/operations.html); data, never code. */
export type Condition = JsonValue;

export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

interface FieldBase {
  /** Key of the answer; unique among its siblings: lower-case letters, digits and underscores. */
  readonly id: string;
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  readonly required?: boolean;
  /** The field is asked only while this holds; a hidden field's answer is not sent. */
  readonly visibleWhen?: Condition;
}

export interface Option {
  readonly value: string;
  readonly label: LocalizedText;
  /** Everyday words for it, where a long list is searched: "ojek". */
  readonly keywords?: readonly string[];
}

export interface TextField extends FieldBase {
  readonly type: 'text' | 'longText';
  readonly minLength?: number;
  /** Default 200 for text, 2,000 for longText; in characters (code points). */
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly patternMessage?: LocalizedText;
  /** Only digits: a numeric keyboard, and leading zeros are kept. */
  readonly digitsOnly?: boolean;
  /** Digits that a shorter number is filled up to with zeros in front: an RT "3" is 003. Only with `digitsOnly`. */
  readonly padTo?: number;
  /** A right answer, shown under the question: "Contoh: Warung Sari." */
  readonly example?: LocalizedText;
}
export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly min?: number;
  readonly max?: number;
  /** Default true. */
  readonly integer?: boolean;
  readonly unit?: LocalizedText;
  /** A right answer, named when the one given is not. */
  readonly example?: number;
  /** A calendar year: shown without separators. `past`: not later than the year it is in WIB. */
  readonly year?: 'any' | 'past';
}
export interface DateField extends FieldBase {
  readonly type: 'date';
  /** ISO 8601 date or "today". */
  readonly min?: string;
  readonly max?: string;
}
export interface TimeField extends FieldBase {
  readonly type: 'time';
}
/** A place: a geo URI (RFC 5870), by the phone's own position or as it was passed on. */
export interface PositionField extends FieldBase {
  readonly type: 'position';
}
export interface SelectField extends FieldBase {
  readonly type: 'select' | 'multiSelect';
  readonly options: readonly Option[];
}
/** What the person reads for true or false in place of Ya and Tidak, and what that means for them. */
export interface SpokenAnswer {
  readonly label: LocalizedText;
  readonly note?: LocalizedText;
}
export interface YesNoField extends FieldBase {
  readonly type: 'yesNo';
  readonly yes?: SpokenAnswer;
  readonly no?: SpokenAnswer;
}
/** nik and kk: 16 digits as text. tel: an Indonesian mobile number, sent as E.164. area: a village code of Kepmendagri. */
export interface CodedField extends FieldBase {
  readonly type: 'nik' | 'kk' | 'tel' | 'area';
  /** Earlier questions of the form, as `var` names them, that must not have the same answer: two witnesses are two people. */
  readonly differsFrom?: readonly string[];
  /** Only for nik. */
  readonly holder?: NikHolder;
}
/**
 * What the form itself says or asks about the person whose NIK it is. The number is held against it: to warn, never to
 * refuse, and to fill in what is still empty.
 */
export interface NikHolder {
  /** The date beside this question that asks for the day of birth. */
  readonly birthDate?: string;
  /** The select beside this question that asks for the sex, and which of its options is which. */
  readonly sexQuestion?: { readonly id: string; readonly male: string; readonly female: string };
  /** Where the question itself says it: "NIK ibu". */
  readonly sex?: 'male' | 'female';
}
/** One press that takes over answers that were given before about the same person. */
export interface SameAs {
  /** "Ibu adalah pemohon" */
  readonly label: LocalizedText;
  /** A question of this step, group or item, by the earlier question (as `var` names it) whose answer it takes. */
  readonly answers: Readonly<Record<string, string>>;
}
/** One person or thing described by several answers; the answer is an object. */
export interface GroupField extends FieldBase {
  readonly type: 'personGroup';
  readonly fields: readonly Field[];
  /** Only for a group that stands on a step. */
  readonly sameAs?: SameAs;
}
/** The same answers several times (heirs, family members); the answer is an array of objects. */
export interface RepeatField extends FieldBase {
  readonly type: 'repeat';
  readonly fields: readonly Field[];
  readonly itemLabel: LocalizedText;
  /** Offered in each item, until one item has it. Only for a repeat that stands on a step. */
  readonly sameAs?: SameAs;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export type Field =
  | TextField
  | NumberField
  | DateField
  | TimeField
  | PositionField
  | SelectField
  | YesNoField
  | CodedField
  | GroupField
  | RepeatField;

/** One idea a screen. */
export interface Step {
  readonly id: string;
  readonly title: LocalizedText;
  /** What the step is about, as a noun: "Data pemohon". Heads its answers on the review; the title stands in. */
  readonly name?: LocalizedText;
  readonly intro?: LocalizedText;
  readonly visibleWhen?: Condition;
  readonly fields: readonly Field[];
  readonly sameAs?: SameAs;
}

/** A paper that goes with the application. */
export interface Requirement {
  /** The slot that a document is attached to. */
  readonly id: string;
  readonly label: LocalizedText;
  readonly note?: LocalizedText;
  readonly required: boolean;
  /** `visibleWhen` in words: "bila lahir di rumah". For the service page, where nothing is answered yet. */
  readonly neededWhen?: LocalizedText;
  readonly accept: readonly MediaType[];
  /** Default 5. */
  readonly maxFiles?: number;
  /**
   * Which paper it is in every service that asks for it (paper-kind.ts; a newer office may know more), and the
   * question with the name of the person whose paper it is.
   */
  readonly paper?: { readonly kind: string; readonly of?: string };
  /** The person's own hand: the app offers to write it on the screen. Older apps take a photo of it. */
  readonly capture?: 'signature';
  readonly visibleWhen?: Condition;
}

export type VisitRequired = 'none' | 'pickup' | 'biometric' | 'signature' | 'verification' | 'other';

/** A public service as data: the app and every backend need nothing else to offer it. */
export interface ServiceDefinition {
  readonly id: string;
  /** Whole number, raised with every change of steps, fields or requirements. */
  readonly schemaVersion: number;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly category: string;
  /** Everyday words that people look for it by, in any language: "akte", "bayi". */
  readonly keywords?: readonly string[];
  /** Other doors to the same help, outside of this app. `url` is https. */
  readonly links?: readonly { readonly label: LocalizedText; readonly url: string }[];
  /** The office that answers. */
  readonly unit: string;
  readonly level: string;
  /** True while a figure on the service page is a planning value and not the office's published standard. */
  readonly sampleData: boolean;
  readonly standard: {
    readonly procedure: readonly LocalizedText[];
    readonly workingDays: number | null;
    /** What the figure holds for and where it comes from. */
    readonly workingDaysNote?: LocalizedText;
    readonly feeIdr: number;
    readonly feeNote?: LocalizedText;
    readonly product: LocalizedText;
    readonly legalBasis: string;
    readonly officialForm?: string;
  };
  readonly visit: { readonly required: VisitRequired; readonly note?: LocalizedText };
  readonly requirements: readonly Requirement[];
  readonly steps: readonly Step[];
}

/** What the catalogue's list shows. */
export type ServiceSummary = Pick<
  ServiceDefinition,
  'id' | 'schemaVersion' | 'name' | 'description' | 'category' | 'keywords' | 'unit' | 'sampleData'
> & { readonly feeIdr: number; readonly workingDays: number | null };
