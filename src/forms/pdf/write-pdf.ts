import type { PDFFont, PDFOperator, PDFPage } from '@cantoo/pdf-lib';
import { PAPER, type Drawing, type DrawnFont, type DrawnText } from './drawing';

/** The library, when somebody first wants a PDF: it is larger than all else that the pane loads. */
const loadLibrary = () => import(/* webpackChunkName: "pdf" */ '@cantoo/pdf-lib');
type Library = Awaited<ReturnType<typeof loadLibrary>>;

export interface PdfFacts {
  /** Shown by readers as the name of the document; no client's name, because it can be seen in lists of files. */
  title: string;
  made: Date;
}

/** A PDF with a Letter page for each drawing. Readers are told to print it at its own size. */
export async function writePdf(drawings: readonly Drawing[], facts: PdfFacts): Promise<Uint8Array> {
  const library = await loadLibrary();
  const document = await library.PDFDocument.create({ updateMetadata: false });
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setProducer('Claimsheet');
  document.setCreationDate(facts.made);
  document.catalog.getOrCreateViewerPreferences().setPrintScaling(library.PrintScaling.None);
  const fonts = new Map<DrawnFont, PDFFont>();
  for (const drawing of drawings) {
    for (const { font } of drawing.texts) {
      if (!fonts.has(font)) fonts.set(font, await document.embedFont(font));
    }
    const page = document.addPage([PAPER.width, PAPER.height]);
    for (const operator of shapes(library, drawing)) page.pushOperators(operator);
    for (const operator of letters(library, drawing.texts, page, fonts)) page.pushOperators(operator);
  }
  return document.save();
}

function shapes(library: Library, { boxes, lines }: Drawing): PDFOperator[] {
  const { lineTo, moveTo, rectangle, setLineWidth, setStrokingGrayscaleColor, stroke } = library;
  return [
    ...boxes.flatMap((box) => {
      const { fillGray, lineGray, lineWidth } = box;
      const outline = rectangle(box.x, PAPER.height - box.y - box.height, box.width, box.height);
      const isFilled = fillGray !== null;
      return [
        ...(isFilled ? [library.setFillingGrayscaleColor(fillGray), outline, library.fill()] : []),
        ...(lineWidth > 0
          ? [setLineWidth(lineWidth), setStrokingGrayscaleColor(lineGray), outline, stroke()]
          : []),
      ];
    }),
    ...lines.flatMap(({ x, y, toX, toY, width, gray }) => [
      setLineWidth(width),
      setStrokingGrayscaleColor(gray),
      moveTo(x, PAPER.height - y),
      lineTo(toX, PAPER.height - toY),
      stroke(),
    ]),
  ];
}

function letters(
  library: Library,
  texts: readonly DrawnText[],
  page: PDFPage,
  fonts: ReadonlyMap<DrawnFont, PDFFont>,
): PDFOperator[] {
  const { rotateAndSkewTextRadiansAndTranslate, setFillingGrayscaleColor, setFontAndSize } = library;
  const names = new Map(
    [...fonts].map(([name, font]) => [name, page.node.newFontDictionary(name, font.ref)]),
  );
  return [
    library.beginText(),
    ...texts.flatMap(({ text, x, y, size, font, gray }) => {
      const key = names.get(font);
      const encoded = fonts.get(font)?.encodeText(text);
      if (!key || !encoded) throw new RangeError(`the font ${font} was not added`);
      return [
        setFontAndSize(key, size),
        setFillingGrayscaleColor(gray),
        rotateAndSkewTextRadiansAndTranslate(0, 0, 0, x, PAPER.height - y),
        library.showText(encoded),
      ];
    }),
    library.endText(),
  ];
}
