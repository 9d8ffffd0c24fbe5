import { addDecimals, compareDecimals, type Decimal, negateDecimal, parseDecimal, writeFixed } from "./decimal"
import { minorDigits, roundMoney } from "./round-price"

/** What a promotion takes off a line, as Medusa reckons it: exact, and no money yet. */
export interface PromotionPart {
  code: string
  item_id: string
  /** Exact decimal, not negative. */
  amount: string
}

/** What of a promotion decides how its parts become money. */
export interface PromotionTerms {
  /** Whether it is one sum that is spread over lines, and not something that each line has by itself. */
  is_spread: boolean
  /** The money that its campaign may cost; null = it has no such limit. Several promotions may share one. */
  budget: { id: string; used: string; limit: string } | null
}

interface PromotionWorld {
  /** By code. */
  promotions: ReadonlyMap<string, PromotionTerms>
  /** What each line comes to before promotions, by its id: no line costs less than nothing. */
  lines: ReadonlyMap<string, string>
  currencyCode: string
}

/**
 * Makes money of what promotions take off lines, in the order in which they are applied.
 *
 * A part is rounded half up to the currency, as a price is. The parts of a sum that is spread come to exactly that sum: each is cut to the currency, and what is left goes to
 * the parts that lost most, the first of equals first. A promotion that its campaign has not enough money for gives nothing at all.
 *
 * @returns the parts, without those of nothing, and the codes of promotions that are beyond their budget
 */
export function promotionMoney(
  parts: readonly PromotionPart[],
  { promotions, lines, currencyCode }: PromotionWorld
): { parts: PromotionPart[]; exceeded: string[] } {
  const left = new Map([...lines].map(([id, amount]) => [id, roundMoney(parseDecimal(amount), currencyCode)]))
  const spent = new Map<string, Decimal>()
  const given: PromotionPart[] = []
  const exceeded: string[] = []
  for (const [code, own] of byCode(parts)) {
    const { is_spread = false, budget = null } = promotions.get(code) ?? {}
    const amounts = is_spread ? spread(own, currencyCode) : own.map(({ amount }) => roundMoney(parseDecimal(amount), currencyCode))
    const money = own.flatMap(({ item_id }, index) => {
      const amount = least(amounts[index] ?? ZERO, left.get(item_id) ?? ZERO)
      return amount.units > 0n ? [{ item_id, amount }] : []
    })
    if (budget) {
      const total = money.reduce((sum, { amount }) => addDecimals(sum, amount), spent.get(budget.id) ?? parseDecimal(budget.used))
      if (compareDecimals(total, parseDecimal(budget.limit)) > 0) {
        exceeded.push(code)
        continue
      }
      spent.set(budget.id, total)
    }
    for (const { item_id, amount } of money) {
      left.set(item_id, addDecimals(left.get(item_id) ?? ZERO, negateDecimal(amount)))
      given.push({ code, item_id, amount: writeFixed(amount) })
    }
  }
  return { parts: given, exceeded }
}

const ZERO: Decimal = { units: 0n, scale: 0 }
const least = (a: Decimal, b: Decimal): Decimal => (compareDecimals(a, b) <= 0 ? a : b)

function byCode(parts: readonly PromotionPart[]): Map<string, PromotionPart[]> {
  const found = new Map<string, PromotionPart[]>()
  for (const part of parts) {
    const own = found.get(part.code)
    if (own) {
      own.push(part)
    } else {
      found.set(part.code, [part])
    }
  }
  return found
}

/** Cuts each part to the currency and gives what the rounded sum has more to those that lost most, one smallest coin each. */
function spread(parts: readonly PromotionPart[], currencyCode: string): Decimal[] {
  const scale = minorDigits(currencyCode)
  const exact = parts.map(({ amount }) => parseDecimal(amount))
  const whole = exact.map((amount) => cut(amount, scale))
  const total = roundMoney(
    exact.reduce((sum, amount) => addDecimals(sum, amount), ZERO),
    currencyCode
  )
  const coins = total.units - whole.reduce((sum, { units }) => sum + units, 0n)
  const lost = exact.map((amount, index) => addDecimals(amount, negateDecimal(whole[index] ?? ZERO)))
  const places = [...lost.keys()].sort((a, b) => compareDecimals(lost[b] ?? ZERO, lost[a] ?? ZERO) || a - b)
  const lucky = new Set(places.slice(0, Number(coins)))
  return whole.map(({ units }, index) => ({ units: lucky.has(index) ? units + 1n : units, scale }))
}

function cut({ units, scale }: Decimal, digits: number): Decimal {
  return scale <= digits
    ? { units: units * 10n ** BigInt(digits - scale), scale: digits }
    : { units: units / 10n ** BigInt(scale - digits), scale: digits }
}
