import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExplainedStep } from "../../modules/contract-pricing/rules/explain-price"
import type { PriceStep } from "../../modules/contract-pricing/rules/price-ladder"
import { explainedPrices } from "../queries/explained-prices"
import { pricesOfLines } from "../queries/prices-of-lines"

/** What a price comes from: what held in the end, and the adjustments that had a part in it, the farthest first, or the price type; or the rule that withholds the product from sale. */
export interface PriceHolder {
  held_by: "contract_price" | "adjustment" | "price_type" | "withheld" | "nothing"
  names: string[]
}

/** A contract as prices are asked under it. */
interface PricedContract {
  id: string
  currency_code: string
}

/** Prices are compared from one base unit on; greater quantities come along as steps. */
const FROM_ONE = "1"

/** Prices by quantity of these products under one contract, in their order; none of what is withheld from sale. */
export async function laddersOf(
  db: Knex,
  { contract, day, entry_keys }: { contract: PricedContract; day: string; entry_keys: readonly number[] }
): Promise<PriceStep[][]> {
  const lines = entry_keys.map((entry_key) => ({ entry_key, quantity: FROM_ONE }))
  const prices = await pricesOfLines(db, { contract_id: contract.id, currency_code: contract.currency_code, day, lines }, "ladder")
  return prices.map(({ steps, withheld }) => (withheld === null ? steps : []))
}

/** What holds each of these prices at its quantity, in their order. */
export async function holdersOf(
  db: Knex,
  day: string,
  prices: { contract: PricedContract; entry_key: number; quantity: string }[]
): Promise<PriceHolder[]> {
  const holders: PriceHolder[] = []
  for (const { contract, entry_key, quantity } of prices) {
    const query = { contract_id: contract.id, currency_code: contract.currency_code, day, lines: [{ entry_key, quantity }] }
    const [explained] = await explainedPrices(db, query)
    const { steps = [], withheld = null } = explained ?? {}
    holders.push(withheld === null ? holderIn(steps) : { held_by: "withheld", names: [withheld] })
  }
  return holders
}

function holderIn(steps: ExplainedStep[]): PriceHolder {
  if (steps.some(({ code }) => code === "contract_price")) {
    return { held_by: "contract_price", names: [] }
  }
  const adjusted = steps.flatMap((step) => (step.code === "adjusted" ? [step.name] : []))
  const types = steps.flatMap((step) => (step.code === "base_price" ? [step.price_type_name] : []))
  return adjusted.length > 0
    ? { held_by: "adjustment", names: adjusted }
    : { held_by: types.length > 0 ? "price_type" : "nothing", names: types }
}
