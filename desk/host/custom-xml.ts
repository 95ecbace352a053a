import type { Book } from '../book/book';
import { CustomXmlPart, MalformedXml } from '../book/custom-xml-part';
import { textArgument } from './arguments';
import { invalidArgument, unsupported } from './errors';
import { identitiesOf } from './identities';

/** Adds a part with an id that no other part of the book has. */
export function addCustomXml(book: Book, xml: unknown): CustomXmlPart {
  const text = documentArgument(xml);
  const added = checked(() => new CustomXmlPart(identitiesOf(book).newId(text), text));
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
