/** Digits after the point that an adjuster may answer with. */
const SCALE = 6

/**
 * An amount less so many percent of it, exact to the millionth, which is as far as an adjuster may go; a half goes up.
 *
 * @param amount exact decimal, not negative; a discount or a currency before may have left it more than six digits after the point
 * @param percent with at most two digits after the point
 */
export function takePercent(amount: string, percent: number): string {
  const [whole = "0", fraction = ""] = amount.split(".")
  const units = BigInt(whole + fraction.padEnd(SCALE, "0"))
  const left = 10_000n - BigInt(Math.round(percent * 100))
  const millionth = 10_000n * 10n ** BigInt(Math.max(0, fraction.length - SCALE))
  const digits = ((units * left + millionth / 2n) / millionth).toString().padStart(SCALE + 1, "0")
  return `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`
}
