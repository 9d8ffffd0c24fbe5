import { today } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { consideredPrices } from "../database/queries/considered-prices"
import { entriesByVariants } from "../database/queries/entries-by-articles"
import { explainedPrices } from "../database/queries/explained-prices"
import { pricesOfLines } from "../database/queries/prices-of-lines"
import type { Sight } from "../database/queries/visible-entries"
import { judgeConsidered, judgeWithholdings, type PriceOutcome } from "../modules/contract-pricing/rules/judge-considered"
import { nextStep } from "../modules/contract-pricing/rules/price-ladder"
import type { ThresholdBasis } from "../modules/contract-pricing/rules/threshold"
import { vatOf } from "../modules/contract-pricing/rules/vat-of"
import { tellerOf } from "./locale-of"
import type { PriceExplanationResponse } from "./price-explanation-schema"

export interface PriceQuestion {
  contract_id: string
  currency_code: string
  variant_id: string
  /** What whoever asks sees; null = all, as the staff does. */
  sight: Sight
  quantity: string
  /** YYYY-MM-DD; today when left out. */
  day?: string | undefined
}

/** Answers why a price is what it is, by codes and in the language asked for. Throws NOT_FOUND for a variant that he does not see. */
export async function answerWhy(req: MedusaRequest, question: PriceQuestion): Promise<PriceExplanationResponse> {
  const { contract_id, currency_code, variant_id, sight, quantity, day = today() } = question
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const found = (await entriesByVariants(db, [variant_id], sight)).get(variant_id)
  if (found?.outcome !== "found") {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Catalogue entry with variant id: ${variant_id} was not found`)
  }
  const { entry_key } = found.entry
  const query = { contract_id, currency_code, day, lines: [{ entry_key, quantity }] }
  const [priced] = await pricesOfLines(db, query, "ladder")
  const [explained] = await explainedPrices(db, query)
  const rows = await consideredPrices(db, { contract_id, day, entry_key, quantity })
  const considered = judgeConsidered(rows, quantity)
  const price = priced?.price ?? null
  const missing_rate = priced?.missing_rate ?? null
  const withheld = priced?.withheld ?? null
  const next = nextStep(priced?.steps ?? [])
  const tell = tellerOf(req, currency_code)
  return {
    explanation: {
      ...{ contract_id, variant_id, quantity, day, currency_code, price },
      text: [tell.price({ price, missing_rate, quantity, day }), ...(withheld === null ? [] : [tell.withheld(withheld)])].join(" "),
      withheld,
      ...rows.vat,
      vat: price && vatOf(price, rows.vat, currency_code),
      missing_rate,
      shut_off_by: rows.shut_off_by,
      base_price: baseOf([
        ...considered.thresholds.filter(isReached).map((row) => ({ ...row, currency_code })),
        ...considered.price_types.map(toNamed),
      ]),
      retail_price: priced?.retail_price ?? null,
      discount_percent: priced?.discount_percent ?? null,
      next_price: next && { ...next, text: tell.nextPrice(next) },
      steps: (explained?.steps ?? []).map((step) => ({ ...step, text: tell.step(step) })),
      contract_prices: considered.contract_prices.map((row) => ({ ...row, text: tell.contractPrice(row) })),
      price_types: considered.price_types.map(({ conversion: _, passed_over: _passed, ...row }) => ({ ...row, text: tell.priceType(row) })),
      thresholds: considered.thresholds.map((row) => ({ ...row, text: tell.threshold(row) })),
      adjustments: considered.adjustments.map((row) => ({ ...row, text: tell.adjustment(row) })),
      withholdings: judgeWithholdings(rows.withholdings).map((row) => ({ ...row, text: tell.withholding(row) })),
    },
  }
}

/** In the currency of its type: what the price would be but for the contract's own prices and for adjustments. */
function baseOf(types: { price_type_name: string; amount: string | null; currency_code: string }[]) {
  for (const { price_type_name, amount, currency_code } of types) {
    if (amount !== null) {
      return { amount, currency_code, price_type_name }
    }
  }
  return null
}

const toNamed = ({ name, amount, currency_code }: { name: string; amount: string | null; currency_code: string }) => {
  return { price_type_name: name, amount, currency_code }
}

/** Nothing is asked about a cart, so that none by total is, also where a price of the contract is final. */
const isReached = ({ basis, outcome }: { basis: ThresholdBasis; outcome: PriceOutcome }): boolean =>
  basis === "quantity" && outcome !== "quantity_not_reached"
