import { ErpPackageError, type ErpRecord } from "@kontor/framework"
import { describeIssues, isFormat } from "./json-text"
import {
  adjustmentRow,
  contractPriceRow,
  contractRow,
  currencyRateRow,
  exclusiveLabelRow,
  orderRuleRow,
  pricesEnvelope,
  priceTypeRow,
  priceTypeWithPrices,
  thresholdRow,
  typePriceRow,
  visibilityRuleRow,
} from "./prices-schema"
import { readRows, rowProblem } from "./rows"

/** Whether parsed JSON says of itself that it is a prices package. */
export function isPricesPackage(content: unknown): boolean {
  return isFormat(content, "kontor-prices")
}

/**
 * The records of a prices package ("kontor-prices", described in docs/prices-json.md): prices of contracts and types, adjustments, labels that shut them
 * off, thresholds, rates of currencies, what price types fall back to, order rules, and rules of visibility. A row that does not fit becomes a `problem` record. Throws
 * `ErpPackageError` "json_invalid" for an envelope that does not fit.
 */
export async function* pricesOf(content: unknown): AsyncIterable<ErpRecord[]> {
  const parsed = pricesEnvelope.safeParse(content)
  if (!parsed.success) {
    throw new ErpPackageError("json_invalid", `The package is not a prices package: ${describeIssues(parsed.error.issues)}`)
  }
  const { formed_at, price_types, contracts, adjustments, rates, exclusive_labels, thresholds, order_rules, visibility_rules } = parsed.data
  yield [{ kind: "package", content: "prices", is_full: false, external_id: null, formed_at, schema_version: "1" }]
  yield* readRows(rates, "rates", currencyRateRow)
  yield* readRows(price_types, "price_types", priceTypeRow)
  for (const [index, row] of price_types.entries()) {
    yield* pricesOfType(row, `price_types[${index}]`)
  }
  for (const [index, row] of contracts.entries()) {
    yield* pricesOfContract(row, `contracts[${index}]`)
  }
  yield* readRows(adjustments, "adjustments", adjustmentRow)
  yield* readRows(thresholds, "thresholds", thresholdRow)
  yield* readRows(exclusive_labels, "exclusive_labels", exclusiveLabelRow)
  yield* readRows(order_rules, "order_rules", orderRuleRow)
  yield* readRows(visibility_rules, "visibility_rules", visibilityRuleRow)
}

async function* pricesOfType(row: unknown, place: string): AsyncIterable<ErpRecord[]> {
  const parsed = priceTypeWithPrices.safeParse(row)
  if (!parsed.success) {
    return
  }
  const { external_id: price_type_external_id, prices } = parsed.data
  for await (const batch of readRows(prices, `${place}.prices`, typePriceRow)) {
    yield batch.map((price) => (price.kind === "problem" ? price : { ...price, price_type_external_id }))
  }
}

async function* pricesOfContract(row: unknown, place: string): AsyncIterable<ErpRecord[]> {
  const parsed = contractRow.safeParse(row)
  if (!parsed.success) {
    return yield [rowProblem(row, place, parsed.error.issues)]
  }
  const { external_id: contract_external_id, is_full, currency_code, prices } = parsed.data
  const batches: ErpRecord[][] = []
  for await (const batch of readRows(prices, `${place}.prices`, contractPriceRow)) {
    batches.push(batch.map((price) => (price.kind === "problem" ? price : { ...price, contract_external_id })))
  }
  // A row that cannot be read may be one that holds: without it the list is not known to be whole, so nothing is taken for gone.
  const isReadable = is_full && batches.every((batch) => batch.every(({ kind }) => kind !== "problem"))
  yield [{ kind: "contract_price_list", contract_external_id, is_full: isReadable, ...(currency_code ? { currency_code } : {}) }]
  yield* batches
}
