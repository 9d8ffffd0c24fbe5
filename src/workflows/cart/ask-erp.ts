import { SUPPLIER_TIME_ZONE, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { parseFormedAt } from "../../database/loads/parse-formed-at"
import { contractAbroad, digestOfCart, type LineAbroad, linesAbroad } from "../../database/ordering/formed-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import type { RefinementWrite } from "../../database/ordering/write-refinement"
import type ContractPricingModuleService from "../../modules/contract-pricing/service"
import { type AskedLine, judgeRefined } from "../../modules/contract-pricing/rules/judge-refined"
import { priceCart } from "./price-cart"

/** What the ERP said of a cart, ready to be kept; or the code of why it said nothing, with the sentence for the log. */
export type ErpWord = { refinement: RefinementWrite } | { code: string; message: string }

/**
 * Asks the ERP what a cart costs as it stands. Holds no lock and no transaction meanwhile: the ERP may take seconds, and whoever keeps the answer
 * checks that the cart is still the same.
 */
export async function askErp(
  db: Knex,
  pricing: ContractPricingModuleService,
  input: { cart_id: string; terms: OrderTerms }
): Promise<ErpWord> {
  const { cart_id, terms } = input
  if (pricing.refiners.length === 0) {
    return { code: "no_refiner", message: "No plugin brings a price refiner" }
  }
  const abroad = await contractAbroad(db, { contract_id: terms.id, sources: pricing.refiners.map(({ source }) => source) })
  const refiner = pricing.refiners.find(({ source }) => source === abroad?.source)
  if (!abroad || !refiner) {
    return { code: "contract_unknown_to_erp", message: `No base that may be asked knows contract ${terms.number}` }
  }
  const lines_digest = await digestOfCart(db, cart_id)
  const day = today()
  const lines = await pricedLines(db, { cart_id, terms, source: abroad.source, day })
  const known = lines.filter((line): line is KnownLine => line.offer_external_id !== null)
  if (known.length === 0) {
    return { code: "nothing_to_refine", message: `No line of cart ${cart_id} has a price here and is known to "${abroad.source}"` }
  }
  const { legal_entity, external_id } = abroad
  const outcome = await refiner.ask({
    ...{ cart_id, day, legal_entity, currency_code: terms.currency_code, includes_vat: terms.includes_vat },
    contract: { id: terms.id, external_id, number: terms.number },
    lines: known.map(({ line_id, offer_external_id, article, quantity, unit_code, our_price: amount }) => {
      return { line_id, offer_external_id, article, quantity, unit_code, amount }
    }),
  })
  if ("code" in outcome) {
    return outcome
  }
  const { currency_code } = terms
  const { max_deviation_percent, hold_minutes } = pricing.options.refinement
  const judged = judgeRefined(known, outcome.answer, { currency_code, max_deviation_percent })
  if ("fault" in judged) {
    return { code: "erp_answer_invalid", message: judged.fault }
  }
  if (judged.every(({ code }) => code !== null)) {
    return { code: "nothing_refined", message: `"${refiner.source}" gave no price that could be taken for any of ${judged.length} lines` }
  }
  const unknown = lines.filter(({ offer_external_id }) => offer_external_id === null)
  return {
    refinement: {
      ...{ cart_id, contract_id: terms.id, source: refiner.source, lines_digest, hold_minutes },
      document: outcome.answer.document,
      as_of: parseFormedAt(outcome.answer.as_of, SUPPLIER_TIME_ZONE)?.toISOString() ?? null,
      lines: [
        ...judged,
        ...unknown.map(({ line_id, our_price }) => ({ line_id, our_price, erp_price: null, code: "unknown_to_erp" as const })),
      ],
    },
  }
}

type PricedLine = LineAbroad & AskedLine
type KnownLine = PricedLine & { offer_external_id: string }

/** Lines that are sold under the contract and have a price of ours: others cannot be ordered, whatever the ERP may say. */
async function pricedLines(
  db: Knex,
  { cart_id, terms, source, day }: { cart_id: string; terms: OrderTerms; source: string; day: string }
): Promise<PricedLine[]> {
  const lines = (await openCartLines(db, cart_id)).filter(({ is_listed }) => is_listed)
  const { prices } = await priceCart(db, { terms, day, lines })
  return (await linesAbroad(db, { cart_id, source })).flatMap((line) => {
    const our_price = prices.get(line.line_id)?.price ?? null
    return our_price === null ? [] : [{ ...line, our_price }]
  })
}
