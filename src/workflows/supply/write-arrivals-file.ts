import { createGate } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import type { ArrivalListing } from "../../database/supplies/list-arrivals"
import type { PlannedArrival } from "../../database/supplies/planned-arrivals"
import { writeWorkbook } from "../pricing/files/write-workbook"

/** Rows of one file; whoever wants more asks for fewer days. */
export const ARRIVALS_FILE_ROWS_MAX = 10_000

export type ArrivalsLocale = "ru" | "en"

interface Texts {
  sheet: string
  headers: string[]
  /** Of the report of the staff. */
  planHeaders: string[]
  states: Record<PlannedArrival["state"], string>
}

const TEXTS: Record<ArrivalsLocale, Texts> = {
  ru: {
    sheet: "Поступления",
    headers: ["Дата", "Артикул", "Товар", "Характеристика", "Свободно", "Состояние", "Склад", "Актуально на"],
    planHeaders: [
      ...["Дата", "Поставка", "Состояние", "Склад", "Артикул", "Товар", "Характеристика"],
      ...["Заказано", "Пришло", "Обещано", "Свободно", "Актуально на"],
    ],
    states: { planned: "запланирована", confirmed: "подтверждена", in_transit: "в пути", at_customs: "на таможне" },
  },
  en: {
    sheet: "Arrivals",
    headers: ["Date", "Article", "Product", "Variant", "Free", "State", "Warehouse", "As of"],
    planHeaders: [
      ...["Date", "Supply", "State", "Warehouse", "Article", "Product", "Variant"],
      ...["Ordered", "Arrived", "Promised", "Free", "As of"],
    ],
    states: { planned: "planned", confirmed: "confirmed", in_transit: "in transit", at_customs: "at customs" },
  },
}
const WIDTHS = [12, 20, 50, 20, 12, 16, 24, 20]
const PLAN_WIDTHS = [12, 16, 16, 24, 20, 50, 20, 12, 12, 12, 12, 20]

/** A number in a cell has 15 digits; what is longer is written as text. */
const DIGITS_MAX = 15

/** Each file takes a heap and a processor of its own: one at a time leaves room for the shop. */
const gate = createGate({ running: 1, waiting: 20 })

/** Planned arrivals as an XLSX. Throws NOT_ALLOWED `arrivals_busy` when too many wait already. */
export function writeArrivalsFile(arrivals: readonly PlannedArrival[], locale: ArrivalsLocale): Promise<Buffer> {
  const { sheet, headers, states } = TEXTS[locale]
  const rows = arrivals.map(({ expected_on, article, title, variant_title, free, state, warehouse, as_of }) => [
    ...[expected_on, article, title, variant_title, quantityCell(free)],
    ...[states[state], warehouse?.name ?? null, momentCell(as_of)],
  ])
  return written({ sheet, widths: WIDTHS, rows: [headers, ...rows] })
}

/** The same for the staff: line by line, with what is promised. */
export function writeArrivalPlanFile(lines: readonly ArrivalListing[], locale: ArrivalsLocale): Promise<Buffer> {
  const { sheet, planHeaders, states } = TEXTS[locale]
  const rows = lines.map(({ supply, expected_on, warehouse, article, title, variant_title, quantity, arrived, promised, free, as_of }) => [
    ...[expected_on, supply.number, states[supply.state], warehouse && (warehouse.name ?? warehouse.id), article, title, variant_title],
    ...[...[quantity, arrived, promised, free].map(quantityCell), momentCell(as_of)],
  ])
  return written({ sheet, widths: PLAN_WIDTHS, rows: [planHeaders, ...rows] })
}

const quantityCell = (quantity: string): string | number => (quantity.replace(/\D/g, "").length > DIGITS_MAX ? quantity : Number(quantity))

const momentCell = (as_of: string): string => as_of.slice(0, 16).replace("T", " ")

function written(book: Parameters<typeof writeWorkbook>[0]): Promise<Buffer> {
  const busy = () =>
    new MedusaError(MedusaError.Types.NOT_ALLOWED, "Too many files are being written: try again in a minute.", "arrivals_busy")
  return gate.pass(() => writeWorkbook(book), busy)
}
