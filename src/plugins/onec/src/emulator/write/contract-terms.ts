import { adjustments, contractPrices, currencyRates, thresholds } from "../generate/contract-terms"
import { orderRules } from "../generate/order-rules"
import { visibilityRules } from "../generate/visibility-rules"
import { guid, PURPOSE } from "../generate/random"
import type { Supplier } from "../generate/supplier"
import type { Packet, Tally } from "./packet"

/** Prices of contracts, adjustments and rates as the JSON package "kontor-prices", which CommerceML cannot carry. */
export function contractTermsPacket(supplier: Supplier): Packet {
  const { seed, round, asOf } = supplier.config
  return {
    type: "catalog",
    filename: `prices___${guid(seed, PURPOSE.contractPrice, round)}.json`,
    encoding: "utf-8",
    *write(tally: Tally) {
      const contracts = contractPrices(supplier)
      const envelope = { format: "kontor-prices", version: 1, formed_at: asOf }
      const terms = { adjustments: adjustments(supplier), rates: currencyRates(supplier), thresholds: thresholds(supplier) }
      yield `${JSON.stringify({ ...envelope, contracts, ...terms, order_rules: orderRules(supplier), visibility_rules: visibilityRules(supplier) })}\n`
      tally.prices += contracts.reduce((sum, { prices }) => sum + prices.length, 0)
    },
  }
}
