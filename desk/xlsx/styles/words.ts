/** Words of Office.js beside the words of the file for the same thing. */

/** ExcelScript border line style and weight, and the file's one word for both (ECMA-376 part 1, 18.18.3). */
const BORDERS: readonly (readonly [file: string, style: string, weight: string])[] = [
  ['thin', 'Continuous', 'Thin'],
  ['medium', 'Continuous', 'Medium'],
  ['thick', 'Continuous', 'Thick'],
  ['hair', 'Continuous', 'Hairline'],
  ['dashed', 'Dash', 'Thin'],
  ['mediumDashed', 'Dash', 'Medium'],
  ['dotted', 'Dot', 'Thin'],
  ['dashDot', 'DashDot', 'Thin'],
  ['mediumDashDot', 'DashDot', 'Medium'],
  ['dashDotDot', 'DashDotDot', 'Thin'],
  ['mediumDashDotDot', 'DashDotDot', 'Medium'],
  ['slantDashDot', 'SlantDashDot', 'Medium'],
  ['double', 'Double', 'Thick'],
];

export function borderWords(file: string): { style: string; weight: string } | null {
  const found = BORDERS.find((entry) => entry[0] === file);
  return found ? { style: found[1], weight: found[2] } : null;
}

export function borderInFile(style: string, weight: string): string | null {
  if (style === 'None') return null;
  const sameStyle = BORDERS.filter((entry) => entry[1] === style);
  return (sameStyle.find((entry) => entry[2] === weight) ?? sameStyle[0] ?? ['thin'])[0];
}

const HORIZONTAL: readonly (readonly [file: string, office: string])[] = [
  ['general', 'General'],
  ['left', 'Left'],
  ['center', 'Center'],
  ['right', 'Right'],
  ['fill', 'Fill'],
  ['justify', 'Justify'],
  ['centerContinuous', 'CenterAcrossSelection'],
  ['distributed', 'Distributed'],
];

export function alignmentWord(file: string | undefined): string | null {
  return HORIZONTAL.find((entry) => entry[0] === file)?.[1] ?? null;
}

/** Vertical words differ from the file's in their first letter only. */
export function verticalWord(file: string | undefined): string | null {
  return file === undefined ? null : file.charAt(0).toUpperCase() + file.slice(1);
}

export function alignmentInFile(word: string | null): string | null {
  if (word === null) return null;
  return HORIZONTAL.find((entry) => entry[1] === word)?.[0] ?? null;
}

export function verticalInFile(word: string | null): string | null {
  return word === null ? null : word.charAt(0).toLowerCase() + word.slice(1);
}
