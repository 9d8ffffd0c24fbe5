import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { PriceRowText } from "../../modules/contract-pricing/rules/price-row"
import { compareDecimals, parseDecimal } from "../../modules/contract-pricing/rules/decimal"
import { pricesOfLines } from "../queries/prices-of-lines"
import { inPreview, tryOut } from "./in-preview"
import type { WantedPrice } from "./resolve-price-rows"
import { type PriceRowOutcome, type PriceVerb, setContractPrices } from "./set-contract-prices"

interface PricedContract {
  id: string
  currency_code: string
}

/** What a row would do, and what one base unit costs before and after; null where there is no price. */
export interface PreviewedRow extends PriceRowOutcome {
  price_before: string | null
  price_after: string | null
}

/**
 * What a set of prices would do, by the one engine: it is written in a transaction that is rolled back. Each price is told for the quantity of
 * its row, at least one, and for today or the first day of the row. INVALID_DATA `too_many_days` for more than 31 first days to come.
 */
export async function previewContractPrices(
  db: Knex,
  { contract, rows, verb, today }: { contract: PricedContract; rows: PriceRowText[]; verb: PriceVerb; today: string }
): Promise<PreviewedRow[]> {
  return inPreview(db, async (trx) => {
    const tried = await tryOut(trx, async (inner) => {
      const { rows: outcomes } = await setContractPrices(inner, { contract_id: contract.id, rows, verb })
      return { outcomes, after: await pricesOf(inner, contract, outcomes, today) }
    })
    const before = await pricesOf(trx, contract, tried.outcomes, today)
    return tried.outcomes.map((outcome, index) => ({
      ...outcome,
      price_before: before[index] ?? null,
      price_after: tried.after[index] ?? null,
    }))
  })
}

/** Each day is a statement of its own. */
const DAYS_MAX = 31

async function pricesOf(db: Knex, contract: PricedContract, outcomes: PriceRowOutcome[], today: string): Promise<(string | null)[]> {
  const dayOf = ({ starts_on }: WantedPrice) => (starts_on !== null && starts_on > today ? starts_on : today)
  const days = new Set(outcomes.flatMap(({ wanted }) => (wanted ? [dayOf(wanted)] : [])))
  if (days.size > DAYS_MAX) {
    const message = `The prices begin on ${days.size} different days, more than ${DAYS_MAX}: send them in parts.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "too_many_days")
  }
  const prices: (string | null)[] = outcomes.map(() => null)
  for (const day of days) {
    const asked = outcomes.flatMap(({ wanted }, index) => (wanted && dayOf(wanted) === day ? [{ index, wanted }] : []))
    const lines = asked.map(({ wanted }) => ({ entry_key: wanted.entry_key, quantity: atLeastOne(wanted.from_quantity) }))
    const found = await pricesOfLines(db, { contract_id: contract.id, currency_code: contract.currency_code, day, lines })
    asked.forEach(({ index }, place) => (prices[index] = found[place]?.price ?? null))
  }
  return prices
}

function atLeastOne(quantity: string): string {
  return compareDecimals(parseDecimal(quantity), parseDecimal("1")) < 0 ? "1" : quantity
}
