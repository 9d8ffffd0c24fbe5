import {
  ADJUSTMENT_KINDS,
  type AdjustmentDraft,
  type AdjustmentKind,
  SCOPE_KINDS,
} from "../../../modules/contract-pricing/rules/adjustment"
import { type Cell, cellText } from "../../../modules/order-rules/order-file"
import {
  ADJUSTMENT_COLUMNS,
  ADJUSTMENT_HEADERS,
  ADJUSTMENT_ROWS_MAX,
  type AdjustmentColumn,
  KIND_WORDS,
  LIST_KEPT,
  SCOPE_WORDS,
  STACKING_WORDS,
} from "./adjustment-columns"
import { readProperties } from "./property-lines"
import { isPercentage, readAmount, readDay, readTable, type TableRow } from "./read-table"

const NAME_MAX = 200
const CONDITIONS_MAX = 20
const ARTICLES_MAX = 5_000

/** What an adjustment is made of: without one of these columns those that stand would aim at more, or hold for longer. */
const DECIDING = ADJUSTMENT_COLUMNS.filter((column) => column !== "scope_name" && column !== "category_name" && column !== "id")

/** Why the cells of a row are not understood. */
export type AdjustmentCellFault =
  | "name_missing"
  | "kind_unreadable"
  | "value_unreadable"
  | "quantity_unreadable"
  | "currency_unreadable"
  | "day_unreadable"
  | "stacking_unreadable"
  | "scope_unreadable"
  | "category_unreadable"
  | "properties_unreadable"
  | "list_unreadable"
  | "too_many_conditions"

interface NamedRow {
  file_row: number
  /** Of the adjustment that the row is; empty = a new one. */
  id: string
  name: string
}

export type AdjustmentFileRow = NamedRow & ({ draft: AdjustmentDraft } | { code: AdjustmentCellFault })

/**
 * Reads a file of adjustments; whom and what they name is not looked up yet.
 *
 * @throws MedusaError INVALID_DATA `price_file_…` when the file as a whole cannot be used
 */
export async function readAdjustmentFile(input: { buffer: Buffer; filename: string }): Promise<AdjustmentFileRow[]> {
  const { ru, en } = ADJUSTMENT_HEADERS
  const rows = await readTable<AdjustmentColumn>(input, {
    columns: ADJUSTMENT_COLUMNS,
    headers: [en, ru],
    isHead: (has) => has("name") && has("kind") && has("scope_kind") && (!has("id") || DECIDING.every(has)),
    missing: `No sheet has the columns «${ru.name}, ${ru.kind}, ${ru.scope_kind}»; beside ${ru.id} each of ${DECIDING.map((column) => ru[column]).join(", ")} is needed.`,
    rows_max: ADJUSTMENT_ROWS_MAX,
  })
  return rows.filter(({ at }) => ADJUSTMENT_COLUMNS.some((column) => cellText(at(column)) !== "")).map(readRow)
}

function readRow({ file_row, at }: TableRow<AdjustmentColumn>): AdjustmentFileRow {
  const text = (column: AdjustmentColumn) => cellText(at(column)).trim()
  const row = { file_row, id: text("id"), name: text("name") }
  const fault = (code: AdjustmentCellFault) => ({ ...row, code })
  if (row.name === "" || row.name.length > NAME_MAX) {
    return fault("name_missing")
  }
  const kind = wordIn(ADJUSTMENT_KINDS, [KIND_WORDS.ru, KIND_WORDS.en], text("kind"))
  const scope = wordIn(SCOPE_KINDS, [SCOPE_WORDS.ru, SCOPE_WORDS.en], text("scope_kind"))
  const stacking = text("stacking") === "" ? "no" : wordIn(["yes", "no"] as const, [STACKING_WORDS.ru, STACKING_WORDS.en], text("stacking"))
  if (kind === null || scope === null || stacking === null) {
    return fault(kind === null ? "kind_unreadable" : scope === null ? "scope_unreadable" : "stacking_unreadable")
  }
  const value = kind === "withheld" && text("value") === "" ? "0" : valueIn(at("value"), kind)
  const quantity = readAmount(at("from_quantity"))
  if (value === null || (quantity && "problem" in quantity)) {
    return fault(value === null ? "value_unreadable" : "quantity_unreadable")
  }
  const [starts_on, ends_on] = [readDay(at("starts_on")), readDay(at("ends_on"))]
  if (starts_on === undefined || ends_on === undefined) {
    return fault("day_unreadable")
  }
  if (!/^([a-z]{3})?$/i.test(text("currency"))) {
    return fault("currency_unreadable")
  }
  const target = readTarget(text, row.id !== "")
  return "code" in target
    ? fault(target.code)
    : {
        ...row,
        draft: {
          ...{ name: row.name, scope: { kind: scope, id: scope === "everyone" ? null : text("scope_id") || null }, target, kind, value },
          currency_code: text("currency") || null,
          from_quantity: quantity?.decimal ?? "0",
          ...{ starts_on, ends_on, is_stacking: stacking === "yes" },
        },
      }
}

/**
 * What a row aims at. A condition that is not understood is a fault, since without it the row would aim at more: a category that is told by its name
 * alone, which several may have, and a list that stays as it is of an adjustment that has none yet.
 */
function readTarget(
  text: (column: AdjustmentColumn) => string,
  isKnown: boolean
): AdjustmentDraft["target"] | { code: AdjustmentCellFault } {
  const properties = readProperties(text("properties"))
  const labels = linesIn(text("labels"))
  const articles = linesIn(text("articles"))
  if (text("category_name") !== "" && text("category_id") === "") {
    return { code: "category_unreadable" }
  }
  if (properties === null) {
    return { code: "properties_unreadable" }
  }
  if (properties.length > CONDITIONS_MAX || labels.length > CONDITIONS_MAX || articles.length > ARTICLES_MAX) {
    return { code: "too_many_conditions" }
  }
  const isKept = articles.length === 1 && articles[0] === LIST_KEPT
  if (isKept && !isKnown) {
    return { code: "list_unreadable" }
  }
  return {
    category_id: text("category_id") || null,
    brand: text("brand") || null,
    ...{ properties, labels },
    ...(isKept ? {} : { articles: articles.length > 0 ? articles : null }),
  }
}

/** A machine word, or what it is called in any of the languages. */
function wordIn<Word extends string>(words: readonly Word[], languages: readonly Record<Word, string>[], text: string): Word | null {
  const asked = text.toLowerCase()
  return words.find((word) => word === asked || languages.some((names) => names[word] === asked)) ?? null
}

/** What a spreadsheet keeps as a hundredth, since it is written with a sign of percent, is so many percent. Null for what is no number, or one of something else. */
function valueIn(cell: Cell, kind: AdjustmentKind): string | null {
  if (kind === "percent" && typeof cell === "string") {
    return MONEY.test(cell) ? null : signedIn(cell.replace(/\s*%\s*$/, ""))
  }
  const isHundredth = kind === "percent" && cell !== null && typeof cell !== "string" && cell.kind === "number" && isPercentage(cell)
  return signedIn(isHundredth ? { ...cell, value: cell.value * 100, shown: "" } : cell)
}

/** An amount of money is no number of percent. */
const MONEY = /[₽$€\p{L}]/u

/** Signed; null for what is no number. */
function signedIn(cell: Cell): string | null {
  const text = typeof cell === "string" ? cell.trim().replace(/^[−–]/, "-") : cell
  const isNegative = typeof text === "string" ? text.startsWith("-") : text?.kind === "number" && text.value < 0
  const bare =
    typeof text === "string" ? text.replace(/^[-+]/, "") : text?.kind === "number" ? { ...text, value: Math.abs(text.value) } : text
  const amount = readAmount(bare)
  return amount && "decimal" in amount ? `${isNegative ? "-" : ""}${amount.decimal}` : null
}

/** One thing a line of the cell. */
const linesIn = (text: string): string[] => [...new Set(text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean))] // prettier-ignore
