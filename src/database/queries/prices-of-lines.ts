import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decidePrice, type PriceDecision } from "../../modules/contract-pricing/rules/decide-price"
import { amountAt, priceLadder, type PricePoint, type PriceStep } from "../../modules/contract-pricing/rules/price-ladder"
import { prepared } from "../prepared"
import { POINT_COLUMNS, priceCtes, type PriceReach, type PriceTerms } from "./price/price-points"

/** What is to be priced; the quantity is base units as a decimal. */
export interface PriceLine {
  entry_key: number
  quantity: string
}

export interface LinePriceQuery extends PriceTerms {
  /** Currency in which prices are wanted: a contract in another one gives none. */
  currency_code: string
  lines: readonly PriceLine[]
}

export interface LinePrice extends PriceDecision {
  /** By quantity from that of the line on; empty where no ladder was asked for, or there is no price. */
  steps: PriceStep[]
}

type PointRow = PricePoint & { position: number; retail_amount: string | null; currency_code: string; retail_currency_code: string | null }

const statement = (reach: PriceReach) => `
  with ${priceCtes(
    `select position::int as position, entry_key, quantity
    from unnest(cast(:entry_keys as int[]), cast(:quantities as numeric[])) with ordinality as asked (entry_key, quantity, position)`,
    reach
  )}
  select position, retail_amount, ${POINT_COLUMNS}, (select currency_code from terms) as currency_code,
    (select currency_code from retail_type) as retail_currency_code
  from price_point order by position, at_quantity`

const STATEMENTS: Record<PriceReach, string> = { exact: statement("exact"), ladder: statement("ladder") }

/** So few lines are priced faster than the statement is planned; of more, the plan depends on how many there are. */
const FEW_LINES = 200

/**
 * Own and retail prices of any number of lines of one contract on one day, in one statement.
 *
 * @param reach "ladder" gives the prices of greater quantities too
 * @returns a price for every line, in their order; of an unknown contract or entry all are null
 */
export async function pricesOfLines(db: Knex, query: LinePriceQuery, reach: PriceReach = "exact"): Promise<LinePrice[]> {
  const { contract_id, day, lines } = query
  const bindings = { contract_id, day, entry_keys: lines.map((line) => line.entry_key), quantities: lines.map((line) => line.quantity) }
  const rows =
    lines.length <= FEW_LINES
      ? await prepared<PointRow>(db, `prices-of-lines-${reach}`, STATEMENTS[reach], bindings)
      : (await db.raw<{ rows: PointRow[] }>(STATEMENTS[reach], bindings)).rows
  const points: PointRow[][] = lines.map(() => [])
  for (const row of rows) {
    points[row.position - 1]?.push(row)
  }
  const currencyCode = query.currency_code.toLowerCase()
  return points.map((rowsOfLine) => priceOfLine(rowsOfLine, currencyCode, reach))
}

function priceOfLine(points: PointRow[], currencyCode: string, reach: PriceReach): LinePrice {
  const [first] = points
  const isOwn = first !== undefined && first.currency_code === currencyCode
  return {
    ...decidePrice({
      amount: isOwn ? amountAt(first) : null,
      currency_code: currencyCode,
      retail_amount: first?.retail_amount ?? null,
      retail_currency_code: first?.retail_currency_code ?? null,
    }),
    steps: isOwn && reach === "ladder" ? priceLadder(points, currencyCode) : [],
  }
}
