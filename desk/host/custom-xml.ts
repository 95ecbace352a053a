import type { Book } from '../book/book';
import { CustomXmlPart, MalformedXml } from '../book/custom-xml-part';
import { guidOf } from '../book/guid';
import { textArgument } from './arguments';
import { invalidArgument, unsupported } from './errors';

/** Adds a part with an id that no other part of the book has. */
export function addCustomXml(book: Book, xml: unknown): CustomXmlPart {
  const text = documentArgument(xml);
  const taken = new Set(book.customXmlParts.map(({ id }) => id));
  let number = 0;
  let id = guidOf(text);
  while (taken.has(id)) id = guidOf(`${String(++number)} ${text}`);
  const added = checked(() => new CustomXmlPart(id, text));
  book.customXmlParts.push(added);
  return added;
}

export function setCustomXml(part: CustomXmlPart, xml: unknown): void {
  const text = documentArgument(xml);
  checked(() => part.setXml(text));
}

function documentArgument(xml: unknown): string {
  const text = textArgument(xml);
  if (/<!DOCTYPE/.test(text)) throw unsupported('custom XML with a document type');
  return text;
}

function checked<T>(work: () => T): T {
  try {
    return work();
  } catch (problem) {
    throw problem instanceof MalformedXml ? invalidArgument() : problem;
  }
}
