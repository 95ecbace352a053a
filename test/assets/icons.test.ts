import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { drawIcon, ICONS, SIZES } from '../../assets/icons/make-icons';
import { pngOfPixels } from '../../assets/icons/drawing/png';

const folder = path.join(__dirname, '../../assets/icons');

/** Size and pixels of a PNG as make-icons writes it: one IDAT, no row filters. */
function readPng(bytes: Buffer): { width: number; height: number; pixels: Buffer } {
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const data = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)));
  const bytesARow = width * 4 + 1;
  const pixels = Array.from({ length: height }, (_, row) =>
    rows.subarray(row * bytesARow + 1, (row + 1) * bytesARow),
  );
  return { width, height, pixels: Buffer.concat(pixels) };
}

describe('the icons', () => {
  const cases = ICONS.flatMap((icon) => SIZES.map((size) => ({ icon, size })));

  test.each(cases)(
    '$icon at $size pixels is what its SVG says, on a see-through ground',
    ({ icon, size }) => {
      const { width, height, pixels } = readPng(readFileSync(path.join(folder, `${icon}-${size}.png`)));
      expect([width, height]).toEqual([size, size]);
      expect(Buffer.from(drawIcon(folder, icon, size)).equals(pixels)).toBe(true);
      expect(pixels[3]).toBe(0);
      expect(pixels.filter((_, index) => index % 4 === 3)).toContain(255);
    },
  );

  test('are all drawn from an SVG file, and none is left over', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.png'));
    expect(files.sort()).toEqual(cases.map(({ icon, size }) => `${icon}-${size}.png`).sort());
  });

  test('a PNG file carries the checksums that the format asks for', () => {
    const png = pngOfPixels(new Uint8Array(4), 1);
    expect(png.subarray(-4).toString('hex')).toBe('ae426082');
  });
});
