import type { Book } from '../../book/book';
import type { CustomXmlPart } from '../../book/custom-xml-part';
import { textArgument } from '../arguments';
import { addCustomXml } from '../custom-xml';
import type { ClassSpec } from '../class-spec';
import { ExcelError } from '../errors';
import { object, type HostObject, type Targets } from '../targets';
import type { Workspace } from '../workspace';

type Scope = Targets['CustomXmlPartScopedCollection'];

/** The XML documents of the workbook. */
export const customXmlPartCollection: ClassSpec<Book> = {
  items: ({ customXmlParts }) => customXmlParts.map((part) => object('CustomXmlPart', part)),
  item: ({ customXmlParts }, id) => required(customXmlParts, id),
  methods: {
    Add(book, [xml], workspace) {
      const added = addCustomXml(book, xml);
      workspace.edited = true;
      return object('CustomXmlPart', added);
    },
    GetByNamespace: (_book, [namespaceUri]) =>
      object('CustomXmlPartScopedCollection', { namespaceUri: textArgument(namespaceUri) }),
    GetCount: ({ customXmlParts }) => customXmlParts.length,
    GetItem: ({ customXmlParts }, [id]) => required(customXmlParts, id),
    GetItemOrNullObject: ({ customXmlParts }, [id]) => orNull(byId(customXmlParts, id)),
  },
};

/** Those whose root element is of one namespace. */
export const customXmlPartScopedCollection: ClassSpec<Scope> = {
  items: (scope, workspace) => inScope(scope, workspace).map((part) => object('CustomXmlPart', part)),
  item: (scope, id, workspace) => required(inScope(scope, workspace), id),
  methods: {
    GetCount: (scope, _args, workspace) => inScope(scope, workspace).length,
    GetItem: (scope, [id], workspace) => required(inScope(scope, workspace), id),
    GetItemOrNullObject: (scope, [id], workspace) => orNull(byId(inScope(scope, workspace), id)),
    GetOnlyItem(scope, _args, workspace) {
      const found = inScope(scope, workspace);
      const [only] = found;
      if (!only) throw new ExcelError('ItemNotFound');
      if (found.length > 1) throw new ExcelError('InvalidOperation');
      return object('CustomXmlPart', only);
    },
    GetOnlyItemOrNullObject(scope, _args, workspace) {
      const found = inScope(scope, workspace);
      return found.length === 1 ? orNull(found[0]) : null;
    },
  },
};

function inScope({ namespaceUri }: Scope, { book }: Workspace): CustomXmlPart[] {
  return book.customXmlParts.filter((part) => part.namespaceUri === namespaceUri);
}

function byId(parts: readonly CustomXmlPart[], id: unknown): CustomXmlPart | undefined {
  const wanted = textArgument(id).toLowerCase();
  return parts.find((part) => part.id.toLowerCase() === wanted);
}

function orNull(part: CustomXmlPart | undefined): HostObject | null {
  return part ? object('CustomXmlPart', part) : null;
}

function required(parts: readonly CustomXmlPart[], id: unknown): HostObject {
  const found = byId(parts, id);
  if (!found) throw new ExcelError('ItemNotFound');
  return object('CustomXmlPart', found);
}
