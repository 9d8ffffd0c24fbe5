import { quote } from "../record-sink"
import { parseCurrency } from "../values/currency"
import { compareDecimals, isPositive, multiplyDecimals, parseDecimal } from "../values/decimal"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { readExternalId } from "./fields"

/** Prices, and what they make of a base unit, are kept below it; more is damage. */
const PRICE_BOUND = 1e14

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
  if (coefficient !== null && Math.max(Number(amount), Number(amount) / Number(coefficient)) >= PRICE_BOUND) {
    sink.problem("price_amount_invalid", `The price ${quote(written)} of ${offerId} in the price type ${type} is too large`, offerId)
    return
  }
  const minimum = readMinimum(node, offerId, type, context)
  if (coefficient !== null && minimum !== null) {
    tellCurrency(type, currency_code, context)
    const tier = minimum === FIRST_UNIT ? {} : { from_quantity: multiplyDecimals(minimum, coefficient) }
    sink.add({ kind: "price", offer_external_id: offerId, price_type_external_id: type, amount, currency_code, coefficient, ...tier })
  }
}

/** A price type that does not name its currency has that of the first of its prices, unless it has one already. Prices in another are refused as they are loaded. */
function tellCurrency(type: string, currency_code: string | null, { sink, typesWithoutCurrency }: PackageContext): void {
  const told = typesWithoutCurrency.size > 0 && currency_code !== null ? typesWithoutCurrency.get(type) : undefined
  if (told?.currency_code === null && currency_code !== null) {
    told.currency_code = currency_code
    sink.add({ ...told.type, currency_code, is_currency_of_prices: true })
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

const FIRST_UNIT = "1"

/** Units from which the price holds, "1" where it is told as from nothing or from a part of one; null when it cannot be read. */
function readMinimum(node: XmlNode, offerId: string, type: string, context: PackageContext): string | null {
  const written = node.valueOf("МинКоличество") || FIRST_UNIT
  if (written === FIRST_UNIT) {
    return FIRST_UNIT
  }
  const minimum = parseDecimal(written)
  if (minimum === null || minimum.startsWith("-")) {
    const message = `The price of ${offerId} in the price type ${type} holds from an unreadable quantity ${quote(written)}`
    context.sink.problem("price_minimum_invalid", message, offerId)
    return null
  }
  return compareDecimals(minimum, FIRST_UNIT) <= 0 ? FIRST_UNIT : minimum
}
