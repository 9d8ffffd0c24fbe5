import { MathBN } from "@medusajs/framework/utils"

/** Digits after the point of units of measure that are not counted in whole ones, by code of the classifier ОКЕИ. */
const PRECISION: Record<string, number> = {
  // Metre, running metre.
  "006": 3,
  "018": 3,
  // Square metre, cubic metre, litre.
  "055": 3,
  "113": 3,
  "112": 3,
  // Kilogram, tonne.
  "166": 3,
  "168": 3,
}

/** Digits after the point that a quantity in this unit may have: 3 for kilograms, 0 for pieces and for every unit that is not known. */
export function unitPrecision(code: string): number {
  return PRECISION[code] ?? 0
}

/** The least amount of base units that a quantity in this unit can be told by: 1.5 packs is no quantity, half a kilogram is. */
export function grainOf({ code, coefficient }: { code: string; coefficient: string }): string {
  return MathBN.convert(coefficient).shiftedBy(-unitPrecision(code)).toFixed()
}
