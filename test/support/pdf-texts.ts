import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';

export interface PdfText {
  text: string;
  /** Points from the left and the upper edge; of the line that the letters stand on. */
  x: number;
  y: number;
  size: number;
  font: string;
}

const TEXT = /\/(\S+) ([\d.]+) Tf|1 0 0 1 (\S+) (\S+) Tm|<([0-9A-Fa-f]*)> Tj/g;

/** The texts of each page of a PDF, from the operators of its content streams. */
export async function pdfTexts(bytes: Uint8Array): Promise<PdfText[][]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.getPages().map((page) => textsOf(contentOf(page.node.Contents()), page.getHeight()));
}

function contentOf(contents: unknown): string {
  if (!(contents instanceof PDFArray)) return '';
  return contents
    .asArray()
    .map((_, index) => contents.lookup(index, PDFRawStream))
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    .join('\n');
}

function textsOf(content: string, height: number): PdfText[] {
  const texts: PdfText[] = [];
  let font = '';
  let size = 0;
  let at = { x: 0, y: 0 };
  for (const [, name, points, x, y, hex] of content.matchAll(TEXT)) {
    if (name !== undefined) [font, size] = [name.replace(/-\d+$/, ''), Number(points)];
    else if (x !== undefined) at = { x: Number(x), y: height - Number(y) };
    else texts.push({ text: Buffer.from(hex ?? '', 'hex').toString('latin1'), ...at, size, font });
  }
  return texts;
}
