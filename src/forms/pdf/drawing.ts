/** A printed page as a value: points from the left and upper edge of Letter paper; letters stand on `y`. */
export interface Drawing {
  texts: DrawnText[];
  lines: DrawnLine[];
  boxes: DrawnBox[];
}

export interface DrawnText {
  /** Letters of Windows code page 1252 only: the standard fonts have no others. */
  text: string;
  x: number;
  y: number;
  size: number;
  font: DrawnFont;
  /** 0 black to 1 white. */
  gray: number;
}

/** Fonts that every PDF reader has, so that none is embedded. */
export type DrawnFont = 'Courier' | 'Helvetica' | 'Helvetica-Bold';

export interface DrawnLine {
  x: number;
  y: number;
  toX: number;
  toY: number;
  width: number;
  gray: number;
}

export interface DrawnBox {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of the line around it; 0 for none. */
  lineWidth: number;
  lineGray: number;
  /** Null where it is not filled. */
  fillGray: number | null;
}

/** US Letter, in points. */
export const PAPER = { width: 612, height: 792 } as const;
