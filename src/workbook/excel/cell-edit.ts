/**
 * Whether Excel refused because the user is typing into a cell: not every Excel knows how to wait until the cell is
 * left (`delayForCellEdit`).
 */
export function isCellEdited(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'InvalidOperationInCellEditMode';
}
