import { quote } from "../record-sink"
import { parseCurrency } from "../values/currency"
import { compareDecimals, isPositive, parseDecimal } from "../values/decimal"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { readExternalId } from "./fields"

/** `Цены/Цена` of an offer; the quick updates write the same as attributes of `Цены`. */
export function mapPrices(offer: XmlNode, offerId: string, context: PackageContext): void {
  for (const list of offer.children) {
    if (list.name !== "Цены") {
      continue
    }
    if (list.attribute("ИдТипаЦены") !== undefined) {
      addPrice(list, offerId, context)
    }
    for (const price of list.children) {
      if (price.name === "Цена") {
        addPrice(price, offerId, context)
      }
    }
  }
}

/** A price without an amount is "no price" and is not sent; an amount that cannot be read is a problem. */
function addPrice(node: XmlNode, offerId: string, context: PackageContext): void {
  const { sink } = context
  const written = node.valueOf("ЦенаЗаЕдиницу") ?? ""
  if (written === "") {
    return
  }
  const type = readExternalId(node.valueOf("ИдТипаЦены"), `price type in a price of ${offerId}`, sink)
  if (type === null) {
    return
  }
  const amount = parseDecimal(written)
  if (amount === null || amount.startsWith("-")) {
    sink.problem("price_amount_invalid", `The price ${quote(written)} of ${offerId} in the price type ${type} is not an amount`, offerId)
    return
  }
  const currency = node.valueOf("Валюта") ?? ""
  const currency_code = currency === "" ? null : parseCurrency(currency)
  if (currency !== "" && currency_code === null) {
    sink.problem(
      "currency_unknown",
      `The price of ${offerId} in the price type ${type} is in an unknown currency ${quote(currency)}`,
      offerId
    )
    return
  }
  const coefficient = readCoefficient(node, offerId, type, context)
  if (coefficient !== null && isFromFirstUnit(node, offerId, type, context)) {
    sink.add({ kind: "price", offer_external_id: offerId, price_type_external_id: type, amount, currency_code, coefficient })
  }
}

function readCoefficient(node: XmlNode, offerId: string, type: string, context: PackageContext): string | null {
  const written = node.valueOf("Коэффициент") || "1"
  const coefficient = parseDecimal(written)
  if (coefficient === null || !isPositive(coefficient)) {
    const message = `The price of ${offerId} in the price type ${type} has an unreadable coefficient ${quote(written)}`
    context.sink.problem("price_coefficient_invalid", message, offerId)
    return null
  }
  return coefficient
}

/** Prices by quantity share one price type; only the row that holds from the first unit is the price of the type. */
function isFromFirstUnit(node: XmlNode, offerId: string, type: string, context: PackageContext): boolean {
  const written = node.valueOf("МинКоличество") || "0"
  const minimum = parseDecimal(written)
  if (written === "0" || (minimum !== null && compareDecimals(minimum, "1") <= 0)) {
    return true
  }
  const message = `The price of ${offerId} in the price type ${type} holds from ${quote(written)}, prices by quantity are not read`
  context.sink.problem("price_tier_unsupported", message, offerId)
  return false
}
