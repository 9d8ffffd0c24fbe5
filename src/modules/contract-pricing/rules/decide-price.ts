import { type Conversion, convertAmount } from "./convert-amount"
import { type Decimal, parseDecimal, writeDecimal, writeFixed } from "./decimal"
import { roundMoney } from "./round-price"
import { onOneFooting, type VatFooting } from "./vat-footing"

/** What is known of the price of one entry under one contract. Amounts are exact, not yet rounded. */
export interface PriceFacts {
  /** What one base unit costs after all adjustments; null = there is no price. */
  amount: Decimal | null
  currency_code: string
  retail_amount: string | null
  /** How the retail amount becomes one of the currency; null = it is one. */
  retail_conversion: Conversion | null
  /** Null = own and retail price say the same of VAT. */
  footing: VatFooting | null
}

/** Prices of one base unit, rounded to the currency. */
export interface PriceDecision {
  price: string | null
  retail_price: string | null
  /**
   * How much the own price lies below retail, percent with at most two digits, where one of them includes VAT and the other does not both with it; null
   * when it does not, or there is no retail price.
   */
  discount_percent: string | null
  /** No price of one's own means that the product cannot be ordered; zero is a price. */
  is_orderable: boolean
}

/** Own price and recommended retail price. A retail price that no rate brings to the currency is left out: it cannot stand beside the own one. */
export function decidePrice(facts: PriceFacts): PriceDecision {
  const { amount, currency_code, retail_amount } = facts
  const converted = retail_amount === null ? null : convertAmount(parseDecimal(retail_amount), facts.retail_conversion)
  const own = amount && roundMoney(amount, currency_code)
  const retail = converted && roundMoney(converted, currency_code)
  return {
    price: own && writeFixed(own),
    retail_price: retail && writeFixed(retail),
    discount_percent: own && retail && discountPercent(...onOneFooting(own, retail, facts.footing)),
    is_orderable: own !== null,
  }
}

/** Minor units of a price up to which the percentage is computed in numbers, all of which are integers that a number holds exactly. */
const EXACT = 400_000_000_000n

/** At most ten thousand texts, each made once. */
const percents: string[] = []
const writePercent = (hundredths: number): string => (percents[hundredths] ??= writeDecimal({ units: BigInt(hundredths), scale: 2 }))

/** Both are rounded to one currency and on one footing, so that their scales are the same. Hundredths of a percent, half up. */
function discountPercent(own: Decimal, retail: Decimal): string | null {
  if (own.units >= retail.units) {
    return null
  }
  if (retail.units > EXACT) {
    const hundredths = ((retail.units - own.units) * 20_000n + retail.units) / (retail.units * 2n)
    return writeDecimal({ units: hundredths, scale: 2 })
  }
  const divisor = Number(retail.units) * 2
  const dividend = Number(retail.units - own.units) * 20_000 + Number(retail.units)
  return writePercent((dividend - (dividend % divisor)) / divisor)
}
