import type { Drawing } from '../../pdf/drawing';
import { GRID, pointAt } from './grid';
import type { Offset } from './offset';
import type { OverlayText } from './overlay-texts';

/** Black Courier at the places of the red form, and nothing else: to be printed on the form itself. */
export function overlayDrawing(texts: readonly OverlayText[], offset: Offset): Drawing {
  return {
    texts: texts.map(({ text, row, column }) => ({
      text,
      ...pointAt(row, column, offset),
      size: GRID.fontSize,
      font: 'Courier',
      gray: 0,
    })),
    lines: [],
    boxes: [],
  };
}
