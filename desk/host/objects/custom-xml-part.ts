import type { CustomXmlPart } from '../../book/custom-xml-part';
import { setCustomXml } from '../custom-xml';
import type { ClassSpec } from '../class-spec';

export const customXmlPart: ClassSpec<CustomXmlPart> = {
  isGone: (part, { book }) => !book.customXmlParts.includes(part),
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    NamespaceUri: { get: ({ namespaceUri }) => namespaceUri },
  },
  methods: {
    Delete(part, _args, workspace) {
      const { customXmlParts } = workspace.book;
      customXmlParts.splice(customXmlParts.indexOf(part), 1);
      workspace.edited = true;
    },
    GetXml: ({ xml }) => xml,
    SetXml(part, [xml], workspace) {
      setCustomXml(part, xml);
      workspace.edited = true;
    },
  },
};
