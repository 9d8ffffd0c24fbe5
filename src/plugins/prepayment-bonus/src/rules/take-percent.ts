/** Digits after the point that an amount may have. */
const SCALE = 6

/**
 * An amount less so many percent of it, exact to the millionth, which is as far as an adjuster may go; a half goes up.
 *
 * @param amount exact decimal, not negative, with at most six digits after the point
 * @param percent with at most two digits after the point
 */
export function takePercent(amount: string, percent: number): string {
  const [whole = "0", fraction = ""] = amount.split(".")
  const millionths = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, "0"))
  const left = 10_000n - BigInt(Math.round(percent * 100))
  const digits = ((millionths * left + 5_000n) / 10_000n).toString().padStart(SCALE + 1, "0")
  return `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`
}
