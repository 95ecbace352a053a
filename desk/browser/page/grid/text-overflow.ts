import { SpreadsheetSkeleton } from '@univerjs/preset-sheets-core';

/** Pixels that Univer leaves beside a text which has no indent. */
const PADDING = 2;

/**
 * A text that is too long for its cell runs on over the empty ones beside it. Univer leaves out what stands before and
 * behind the text when it reckons how far, and cuts off the last letters: here indent and padding count as text. To be
 * called once.
 */
export function countPadding(): void {
  const skeleton = SpreadsheetSkeleton.prototype;
  const overflow = Reflect.get(skeleton, 'getOverflowPosition') as typeof skeleton.getOverflowPosition;
  skeleton.getOverflowPosition = function (size, align, row, column, columns) {
    const { l, r } = this.worksheet.getComposedCellStyle(row, column).pd ?? {};
    const width = size.width + (l ?? PADDING) + (r ?? PADDING);
    return overflow.call(this, { ...size, width }, align, row, column, columns);
  };
}
