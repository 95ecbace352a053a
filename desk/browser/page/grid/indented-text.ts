import { SpreadsheetSkeleton } from '@univerjs/preset-sheets-core';

/**
 * A text that is too long for its cell runs on over the empty ones beside it. Univer leaves the indent out when it
 * reckons how far, and cuts off the last letters of an indented text: here the indent counts as text. To be called once.
 */
export function countIndents(): void {
  const skeleton = SpreadsheetSkeleton.prototype;
  const overflow = Reflect.get(skeleton, 'getOverflowPosition') as typeof skeleton.getOverflowPosition;
  skeleton.getOverflowPosition = function (size, align, row, column, columns) {
    const { l, r } = this.worksheet.getComposedCellStyle(row, column).pd ?? {};
    const width = size.width + (l ?? 0) + (r ?? 0);
    return overflow.call(this, { ...size, width }, align, row, column, columns);
  };
}
