/** The text of an XML part. A UTF-16 part is told by its mark or its first character, as XML 1.0 appendix F says. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, 'utf-16be');
  if (first === 0x3c && second === 0) return decodeUtf16(bytes, 'utf-16le');
  if (first === 0 && second === 0x3c) return decodeUtf16(bytes, 'utf-16be');
  return new TextDecoder('utf-8').decode(bytes);
}

/** Parts are written back as UTF-8, so the declaration must say so. */
function decodeUtf16(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, '$1UTF-8');
}
