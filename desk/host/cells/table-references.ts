/** Renames a table in structured references and wherever a formula uses its bare name. */
export function renameTableIn(formula: string, from: string, to: string): string {
  const name = from.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = new RegExp(
    String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.'!@])${name}(?![\p{L}\p{N}_.(!])`,
    'giu',
  );
  return formula.replace(pattern, (found) => (found.startsWith('"') ? found : to));
}
