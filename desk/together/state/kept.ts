import { CustomXmlPart } from '../../book/custom-xml-part';
import type { DefinedName } from '../../book/book';
import { mapValue, sheetById, type Aspect } from './aspect';

type HeldName = Omit<DefinedName, 'scope'>;

/** Names; two of one name in one place are one. */
export const names: Aspect = {
  *read(book) {
    for (const { scope, ...name } of book.names)
      yield { at: [scope?.id ?? '', name.name.toLowerCase()], value: name satisfies HeldName };
  },
  write(book, { at: [sheetId, lower], value }) {
    const scope = sheetId === '' ? null : sheetById(book, sheetId);
    if (scope === undefined) return;
    const index = book.names.findIndex((name) => name.scope === scope && name.name.toLowerCase() === lower);
    const known = book.names[index];
    if (value === undefined) {
      if (known) book.names.splice(index, 1);
    } else if (known) {
      delete known.comment;
      Object.assign(known, value);
    } else book.names.push({ ...(value as HeldName), scope });
  },
  translate: (change, _moves, formula) =>
    mapValue(change, (value) => {
      const name = value as HeldName;
      const scope = change.at[0] === '' ? null : String(change.at[0]);
      return { ...name, formula: formula(name.formula, scope) };
    }),
};

/** What add-ins keep with the workbook, whole: settings by key, custom XML parts by id. */
export const settings: Aspect = {
  *read(book) {
    for (const [key, value] of book.settings) yield { at: [key], value: value ?? null };
  },
  write(book, { at: [key = ''], value }) {
    if (value === undefined) book.settings.delete(String(key));
    else book.settings.set(String(key), value);
  },
};

export const customXml: Aspect = {
  *read(book) {
    for (const { id, xml } of book.customXmlParts) yield { at: [id], value: xml };
  },
  write(book, { at: [id = ''], value }) {
    const index = book.customXmlParts.findIndex((part) => part.id === id);
    const known = book.customXmlParts[index];
    if (value === undefined) {
      if (known) book.customXmlParts.splice(index, 1);
    } else if (known) known.setXml(String(value));
    else book.customXmlParts.push(new CustomXmlPart(String(id), String(value)));
  },
};

/** What they keep with sheets. */
export const customProperties: Aspect = {
  *read(book) {
    for (const sheet of book.sheets)
      for (const property of sheet.customProperties)
        yield { at: [sheet.id ?? '', property.key.toLowerCase()], value: { ...property } };
  },
  write(book, { at: [sheetId, lower = ''], value }) {
    const properties = sheetById(book, sheetId)?.customProperties;
    if (value === undefined) return properties?.delete(String(lower));
    const { key, value: text } = value as { key: string; value: string };
    properties?.set(key, text);
  },
};
