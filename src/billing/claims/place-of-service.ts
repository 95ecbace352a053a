import { place } from '../codes/places';
import { read, refused, type Reading } from '../identifiers/reading';

/** Two digits as box 24B wants them; a lost leading zero is put back. */
export function readPlaceOfService(text: string): Reading {
  if (!/^\d{1,2}$/.test(text.trim())) {
    return refused(`A place of service is two digits, such as 11 for an office; "${text.trim()}" is not.`);
  }
  const known = place(text);
  return known ? read(known.code) : refused(`${text.trim()} stands for no place of service.`);
}
