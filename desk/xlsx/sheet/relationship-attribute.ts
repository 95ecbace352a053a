import { RELATIONSHIPS_NAMESPACE } from '../package/blank';

/** ` r:id="rId2"` for an element of a sheet, with whatever prefix the sheet has for it, or its declaration. */
export function relationshipAttribute(rootTag: string, id: string): string {
  const bound = new RegExp(`xmlns:(\\w+)\\s*=\\s*["']${RELATIONSHIPS_NAMESPACE}["']`).exec(rootTag)?.[1];
  const declare = bound === undefined ? ` xmlns:r="${RELATIONSHIPS_NAMESPACE}"` : '';
  return `${declare} ${bound ?? 'r'}:id="${id}"`;
}
