import { linePages } from '../../../../src/forms/cms1500/cms1500-boxes';
import { outlineDrawing } from '../../../../src/forms/cms1500/overlay/outline';
import { overlayTexts } from '../../../../src/forms/cms1500/overlay/overlay-texts';
import type { DrawnText } from '../../../../src/forms/pdf/drawing';
import { textWidth } from '../../text-width';
import { fullClaim, sevenLines } from '../claims';

/** The room that the letters of a text take, without the white above and below them. */
function roomOf({ text, x, y, size, font }: DrawnText) {
  const width = font === 'Courier' ? text.length * size * 0.6 : textWidth(text, size, font.endsWith('Bold'));
  return { text, left: x, right: x + width, top: y - size * 0.72, bottom: y + size * 0.05 };
}

const pages = [fullClaim({ frequency: '7', originalReference: 'ICN1' }), sevenLines()].flatMap((claim) =>
  linePages(claim).map((page) => outlineDrawing(overlayTexts(claim, page), 'Claim 2608-014, page 1 of 2')),
);

test('no text of the file copy runs into another', () => {
  const clashes = pages.flatMap(({ texts }) => {
    const rooms = texts.map(roomOf);
    return rooms.flatMap((one, index) =>
      rooms
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        )
        .map((other) => `${one.text} / ${other.text}`),
    );
  });
  expect(clashes).toEqual([]);
});

test('no text of the file copy is crossed by a line', () => {
  const crossed = pages.flatMap(({ texts, boxes }) =>
    texts.map(roomOf).filter(({ left, right, top, bottom }) =>
      boxes
        .filter(({ lineWidth, width }) => lineWidth > 0 && width > 12)
        .flatMap(({ x, y, width, height }) => [
          { x, y, height },
          { x: x + width, y, height },
        ])
        .some((line) => line.x > left && line.x < right && line.y < bottom && line.y + line.height > top),
    ),
  );
  expect(crossed.map(({ text }) => text)).toEqual([]);
});

test('every number of the form is on the file copy', () => {
  const texts = new Set(pages[0]?.texts.map(({ text }) => text.split(' ')[0]));
  const numbers =
    '1 1a 2 3 4 5 6 7 8 9 9a 9b 9c 9d 10 10a 10b 10c 10d 11 11a 11b 11c 11d 12 13 14 15 16 17 17a 17b 18 19 20 21 22 ' +
    '23 24A 24B 24C 24D 24E 24F 24G 24H 24I 24J 25 26 27 28 29 30 31 32 32a 32b 33 33a 33b';
  expect(numbers.split(' ').filter((number) => !texts.has(number))).toEqual([]);
});

test('the file copy says that it is none to send', () => {
  expect(pages[0]?.texts.map(({ text }) => text)).toContain(
    'For the file, not for sending: payers take the red form only.',
  );
});
