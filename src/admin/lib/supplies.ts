import { decimalIn, isDecimal } from "./typed"

export const SUPPLY_STATES = ["planned", "confirmed", "in_transit", "at_customs", "arrived", "cancelled"] as const
export type SupplyState = (typeof SUPPLY_STATES)[number]

/** A supply as the screens read it. */
export interface SupplyRow {
  id: string
  number: string
  source: "erp" | "portal"
  state: SupplyState
  expected_on: string | null
  warehouse: { id: string; name: string | null } | null
  supplier_name: string | null
  comment: string | null
  as_of: string
  updated_at: string
  line_count: number
  quantity: string
  arrived: string
  promised: string
  free: string
}

export interface SupplyList {
  supplies: SupplyRow[]
  count: number
}

export interface SupplyLineRow {
  variant_id: string
  product_id: string | null
  article: string | null
  title: string
  variant_title: string | null
  quantity: string
  arrived: string
  promised: string
  free: string
}

export interface SupplyLineList {
  lines: SupplyLineRow[]
  count: number
}

/** A line of an open supply, as the staff plan with it. */
export interface ArrivalRow extends SupplyLineRow {
  /** Of the line. */
  id: string
  supply: { id: string; number: string; state: SupplyState }
  expected_on: string | null
  /** Its day is over. */
  is_late: boolean
  warehouse: { id: string; name: string | null } | null
  as_of: string
}

export interface ArrivalList {
  lines: ArrivalRow[]
  count: number
}

/** What a file of supplies does, or would do. */
export interface SupplyImport {
  supplies: {
    number: string
    line_count: number
    result: "created" | "changed" | "unchanged" | "refused"
    code: string | null
    message: string | null
  }[]
  faults: { file_row: number; code: string }[]
}

/** What is typed of a supply; `lines` is a table of article, quantity and, where some of it is in stock already, what has arrived. */
export interface SupplyFormState {
  number: string
  state: SupplyState
  expectedOn: string
  warehouseId: string
  supplierName: string
  comment: string
  lines: string
}

/** Where a supply may be moved to by hand: forward or off. */
export function statesAfter(state: SupplyState): SupplyState[] {
  return SUPPLY_STATES.slice(SUPPLY_STATES.indexOf(state))
}

/** Whether it can be changed here: what 1C tells is changed there, and what is over stays. */
export function isEditable({ source, state }: Pick<SupplyRow, "source" | "state">): boolean {
  return source === "portal" && state !== "arrived" && state !== "cancelled"
}

/** The form of a supply, or of a new one; lines that are not given stay as they are. */
export function formOf(supply: SupplyRow | null, lines: SupplyLineRow[] | null): SupplyFormState {
  return {
    number: supply?.number ?? "",
    state: supply?.state ?? "planned",
    expectedOn: supply?.expected_on ?? "",
    warehouseId: supply?.warehouse?.id ?? "",
    supplierName: supply?.supplier_name ?? "",
    comment: supply?.comment ?? "",
    lines: (lines ?? [])
      .map(({ variant_id, article, variant_title, quantity, arrived }) =>
        // Characteristics of one product may share an article.
        [variant_title === null ? (article ?? variant_id) : variant_id, quantity, arrived].join("\t")
      )
      .join("\n"),
  }
}

/** What is sent; null while it is not complete. `keepsLines`: the lines were not shown, so nothing is said of them. */
export function bodyOf(form: SupplyFormState, { keepsLines = false } = {}): Record<string, unknown> | null {
  const rows = form.lines.split("\n").filter((line) => line.trim() !== "")
  const lines = rows.map(lineIn)
  if (form.number.trim() === "" || lines.some((line) => line === null)) {
    return null
  }
  return {
    number: form.number.trim(),
    state: form.state,
    expected_on: form.expectedOn || null,
    warehouse_id: form.warehouseId || null,
    supplier_name: form.supplierName.trim() || null,
    comment: form.comment.trim() || null,
    ...(keepsLines ? {} : { lines }),
  }
}

/** Numbers of the typed lines that say no product and quantity. */
export function faultyLines(text: string): number[] {
  return text.split("\n").flatMap((line, index) => (line.trim() !== "" && lineIn(line) === null ? [index + 1] : []))
}

function lineIn(text: string): Record<string, string> | null {
  const [product = "", quantity = "", arrived = ""] = text.split(text.includes("\t") ? "\t" : ";").map((cell) => cell.trim())
  if (product === "" || !isDecimal(quantity, 8, 6) || (arrived !== "" && !isDecimal(arrived, 8, 6))) {
    return null
  }
  return {
    ...(product.startsWith("variant_") ? { variant_id: product } : { article: product }),
    quantity: decimalIn(quantity),
    ...(arrived === "" ? {} : { arrived: decimalIn(arrived) }),
  }
}

/** The weeks of a month, Monday first, as days YYYY-MM-DD; days of the neighbours fill the first and the last one. `month` is YYYY-MM. */
export function weeksOf(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const start = new Date(first)
  start.setUTCDate(1 - ((first.getUTCDay() + 6) % 7))
  const weeks: string[][] = []
  const day = new Date(start)
  do {
    const week: string[] = []
    for (let place = 0; place < 7; place++) {
      week.push(day.toISOString().slice(0, 10))
      day.setUTCDate(day.getUTCDate() + 1)
    }
    weeks.push(week)
  } while (day.toISOString().slice(0, 7) === month)
  return weeks
}

/** The month so many months on. */
export function monthAfter(month: string, months: number): string {
  const first = new Date(`${month}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  return first.toISOString().slice(0, 7)
}
