import { type Decimal, multiplyDecimals, parseDecimal } from "./decimal"

/** What lies between an own price and a retail price of which one includes VAT and the other does not. */
export interface VatFooting {
  /** Whether it is the own one that includes it. */
  own_includes_vat: boolean
  /** Percent, of the product; null = without VAT, or not told: the two prices are alike then. */
  vat_rate: string | null
}

const HUNDRED = 100n

/**
 * Both prices as they compare with each other: where they differ in their word on VAT, both with the tax. What comes out is exact and serves for comparing
 * alone: each is so many times the price as the other one is.
 *
 * @param footing null = both say the same of VAT
 */
export function onOneFooting(own: Decimal, retail: Decimal, footing: VatFooting | null): [own: Decimal, retail: Decimal] {
  if (footing === null || footing.vat_rate === null) {
    return [own, retail]
  }
  const rate = parseDecimal(footing.vat_rate)
  const hundred: Decimal = { units: HUNDRED * 10n ** BigInt(rate.scale), scale: rate.scale }
  const withTax: Decimal = { units: hundred.units + rate.units, scale: rate.scale }
  const [ownFactor, retailFactor] = footing.own_includes_vat ? [hundred, withTax] : [withTax, hundred]
  return [multiplyDecimals(own, ownFactor), multiplyDecimals(retail, retailFactor)]
}
