import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

/** The manifest as its readers need it: elements by local name, and the resources by id. */
export interface Manifest {
  elements: (name: string) => Element[];
  /** Resources of `bt:Images`, `bt:Urls`, `bt:ShortStrings` or `bt:LongStrings`. */
  resources: (kind: 'Images' | 'Urls' | 'ShortStrings' | 'LongStrings') => Map<string, string>;
  /** Every address in it. */
  urls: string[];
}

export function readManifest(file: string): Manifest {
  const { window } = new JSDOM();
  const document = new window.DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
  const elements = (name: string): Element[] => [...document.getElementsByTagNameNS('*', name)];
  return {
    elements,
    resources: (kind) => {
      const [list] = elements(kind);
      return new Map(
        [...(list?.children ?? [])].map((resource) => [
          resource.getAttribute('id') ?? '',
          resource.getAttribute('DefaultValue') ?? '',
        ]),
      );
    },
    urls: elements('*').flatMap((element) => {
      const value = element.getAttribute('DefaultValue') ?? '';
      return /^\w+:\/\//.test(value) ? [value] : [];
    }),
  };
}
