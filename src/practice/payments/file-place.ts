import type { FilePlace } from '../../billing/payments/remittance/remittance';

/** `october.835, line 12, segment 34`: where something was read, as a cell holds it. */
export function placeText(file: string, at: FilePlace | null): string {
  return at === null ? file : `${file}, line ${String(at.line)}, segment ${String(at.segment)}`;
}

/** The place that `placeText` wrote; null in any other text. */
export function readPlace(text: string): FilePlace | null {
  const [, line, segment] = /, line (\d{1,9}), segment (\d{1,9})$/.exec(text) ?? [];
  return line === undefined || segment === undefined
    ? null
    : { segment: Number(segment), line: Number(line) };
}

/** The file's name alone. */
export function fileOf(text: string): string {
  return text.replace(/, line \d{1,9}, segment \d{1,9}$/, '');
}
