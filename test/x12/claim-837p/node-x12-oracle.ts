import { X12Parser, type X12Interchange } from 'node-x12';

/** Another library's reading of a file: every segment as its name and elements. Strict: wrong counts throw. */
export function readByAnother(text: string): string[][] {
  const interchange = new X12Parser(true).parse(text) as X12Interchange;
  const rows: string[][] = [];
  const take = (segment: { tag: string; elements: { value: string | undefined }[] }) =>
    rows.push([segment.tag, ...segment.elements.map(({ value }) => value ?? '')]);
  take(interchange.header);
  for (const group of interchange.functionalGroups) {
    take(group.header);
    for (const transaction of group.transactions) {
      take(transaction.header);
      transaction.segments.forEach(take);
      take(transaction.trailer);
    }
    take(group.trailer);
  }
  take(interchange.trailer);
  return rows;
}
