import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pngOfPixels } from './drawing/png';
import { raster } from './drawing/raster';
import { shapesOfSvg } from './drawing/shape';

export const ICONS = ['claimsheet', 'check', 'claims', 'superbills', 'undo'] as const;
/** Pixels; Office asks for 16, 32 and 80 and takes the others where the screen is finer. */
export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;

/** The pixels of an icon, drawn from its SVG file in `folder`. */
export function drawIcon(folder: string, icon: string, size: number): Uint8Array {
  return raster(shapesOfSvg(readFileSync(path.join(folder, `${icon}.svg`), 'utf8')), size);
}

if (require.main === module) {
  for (const icon of ICONS) {
    for (const size of SIZES) {
      writeFileSync(
        path.join(__dirname, `${icon}-${size}.png`),
        pngOfPixels(drawIcon(__dirname, icon, size), size),
      );
    }
  }
}
