import { SaxesParser } from 'saxes';

/** The text is no XML document. */
export class MalformedXml extends Error {
  override readonly name = 'MalformedXml';
}

/** An XML document that add-ins keep with the workbook. */
export class CustomXmlPart {
  private text: string;
  private namespace: string;

  /** Throws MalformedXml. */
  constructor(
    /** A GUID in braces. */
    readonly id: string,
    xml: string,
    /** What the file held of it; null for one made since. Only the codec looks inside. */
    readonly source: unknown = null,
  ) {
    this.text = xml;
    this.namespace = rootNamespace(xml);
  }

  get xml(): string {
    return this.text;
  }

  /** Of the root element; '' where it has none. */
  get namespaceUri(): string {
    return this.namespace;
  }

  /** Throws MalformedXml, and then keeps what it had. */
  setXml(xml: string): void {
    this.namespace = rootNamespace(xml);
    this.text = xml;
  }
}

function rootNamespace(xml: string): string {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let namespace: string | null = null;
  parser.on('opentag', ({ uri }) => (namespace ??= uri));
  try {
    parser.write(xml).close();
  } catch (cause) {
    throw new MalformedXml('not well-formed', { cause });
  }
  return namespace ?? '';
}
