import { SpreadsheetSkeleton } from '@univerjs/preset-sheets-core';

/**
 * A text that is too long for its cell runs on over the empty ones beside it. Univer leaves the indent out when it
 * reckons how far, and cuts off the last letters of an indented text: here the indent counts as text.
 */
export function countIndents(): void {
  const skeleton = SpreadsheetSkeleton.prototype;
  const overflow = Reflect.get(skeleton, 'getOverflowPosition') as typeof skeleton.getOverflowPosition;
  skeleton.getOverflowPosition = function (size, align, row, column, columns) {
    const indent = this.worksheet.getComposedCellStyle(row, column).pd?.l ?? 0;
    return overflow.call(this, { ...size, width: size.width + indent }, align, row, column, columns);
  };
}
