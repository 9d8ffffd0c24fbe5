/** A date is kept apart, since spreadsheets turn articles such as "10-11" into dates. */
export type OddCellKind = "date" | "error" | "no_value"

export interface NumberCell {
  kind: "number"
  value: number
  /** As the person sees it, by the cell's number format. */
  shown: string
}

export interface OddCell {
  kind: OddCellKind
  shown: string
}

/** A cell as the worker hands it over: empty, text, number, or something that cannot be ordered by. */
export type Cell = null | string | NumberCell | OddCell

export interface SheetRow {
  /** 1-based, as the person sees it. */
  row: number
  cells: Cell[]
}

export interface Sheet {
  name: string
  /** Rows with at least one filled cell, in order. */
  rows: SheetRow[]
  /** Last row of the sheet as far as the file tells, which may lie beyond the rows read. */
  last_row: number
}

/** Text of a cell for recognising headers and for messages. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ""
  return (typeof cell === "string" ? cell : cell.shown).trim()
}
