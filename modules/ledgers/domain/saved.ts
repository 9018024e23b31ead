/**
 * Cells nobody had to copy (少抄): what a record fills in all its ledgers, less what was typed once.
 * Typed are its values and, as one, the choice of the person; day and worker come by themselves.
 */
export const savedCells = (shownByLedger: readonly number[], valuesEntered: number): number =>
  Math.max(0, shownByLedger.reduce((sum, cells) => sum + cells, 0) - valuesEntered - 1);
