import { MathBN, MedusaError } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"

/**
 * Converts a quantity in a sales unit to base units, exactly: 3 packs with the coefficient 12 are 36 pieces.
 *
 * @param coefficient base units in one unit, positive
 * @throws MedusaError when either is no number or the coefficient is not positive
 */
export function convertUnit(quantity: BigNumberInput, coefficient: BigNumberInput): string {
  const factor = MathBN.convert(coefficient)
  const product = MathBN.mult(quantity, factor)
  if (!product.isFinite() || !factor.gt(0)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The quantity ${String(quantity)} cannot be converted by the coefficient ${String(coefficient)}`
    )
  }
  return product.toFixed()
}
