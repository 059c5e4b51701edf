import { showPhone } from '#domain/identity/phone.ts';
import { cleanValue, type LeafField } from './clean-value.ts';
import { isIsoDate } from './parse-date.ts';

/** 9999 9901 0190 0001: four digits are compared at a glance, sixteen are not. */
export function inFours(digits: string): string {
  return digits.replaceAll(/.{4}(?=.)/gu, '$& ');
}

/**
 * A typed answer as people write it, once the field is left: 9999 9901 0190 0001, 0812-3456-7890, 17-08-1990, 003.
 * It means the same answer as before; what is not understood stays as it was typed.
 * @param today ISO date in WIB
 */
export function tidyTyped(field: LeafField, typed: string, today: string): string {
  const value = cleanValue(field, typed, today);
  if (typeof value !== 'string') return typed;
  switch (field.type) {
    case 'nik':
    case 'kk':
      return /^\d{16}$/.test(value) ? inFours(value) : typed;
    case 'tel':
      return showPhone(value);
    case 'date':
      return isIsoDate(value) ? value.split('-').reverse().join('-') : typed;
    case 'text':
    case 'longText':
      return field.padTo !== undefined && /^\d+$/.test(value) ? value : typed;
    default:
      return typed;
  }
}
