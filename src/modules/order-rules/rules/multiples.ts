import { MathBN } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"

type Decimal = ReturnType<typeof MathBN.convert>

/** The least amount that both of two positive amounts go into without a rest, exactly: of 2.5 and 1 it is 5. */
export function commonMultiple(one: BigNumberInput, other: BigNumberInput): Decimal {
  const [a, b] = [MathBN.convert(one), MathBN.convert(other)]
  if (a.mod(b).isZero()) {
    return a
  }
  const places = Math.max(a.decimalPlaces() ?? 0, b.decimalPlaces() ?? 0)
  const [x, y] = [wholeAt(a, places), wholeAt(b, places)]
  return MathBN.convert(((x / commonDivisor(x, y)) * y).toString()).shiftedBy(-places)
}

/** The greatest multiple of the step that is not above the value. The remainder is exact where a quotient such as 1/3 would be rounded. */
export function floorTo(value: Decimal, step: Decimal): Decimal {
  const rest = value.mod(step)
  return value.minus(rest.lt(0) ? rest.plus(step) : rest)
}

/** The least multiple of the step that is not below the value. */
export function ceilTo(value: Decimal, step: Decimal): Decimal {
  const floor = floorTo(value, step)
  return floor.eq(value) ? floor : floor.plus(step)
}

const wholeAt = (amount: Decimal, places: number): bigint => BigInt(amount.shiftedBy(places).toFixed(0))

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b)
}
