import type { BigNumberInput, PromotionTypes } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { areRulesValidForContext, ComputeActionUtils } from "@medusajs/promotion/dist/utils"

type Exact = ReturnType<typeof MathBN.convert>
type Line = PromotionTypes.ComputeActionItemLine
type Action = PromotionTypes.ComputeActions
type Method = NonNullable<PromotionTypes.PromotionDTO["application_method"]>

/** What promotions have used of lines so far, by their codes. */
type UsedLines = Map<string, { item_id: string; quantity: number }[]>

/** As often as Medusa applies one promotion to one cart. */
const ROUNDS_MAX = 1_000
const ZERO = MathBN.convert(0)

interface Terms {
  buy: Exact
  give: Exact
  /** Given in all. */
  most: Exact
}

/**
 * What a "buy and get" promotion takes off lines: to the coin what Medusa's `getComputedActionsForBuyGet` comes to, in whose place it stands. That one adds up and walks all
 * lines anew for each time that the promotion applies, which are up to a thousand; this one remembers how far the lines are used up.
 *
 * @param values what was taken off each line so far, which later promotions leave aside; written
 * @param bought lines that count as bought, by promotion; written
 * @param given lines that were given, by promotion; written
 */
export function computeBuyGet(
  promotion: PromotionTypes.PromotionDTO,
  lines: Line[],
  values: Map<string, BigNumberInput>,
  bought: UsedLines,
  given: UsedLines
): Action[] {
  const method = promotion.application_method
  const code = promotion.code ?? ""
  const terms: Terms = {
    buy: MathBN.convert(method?.buy_rules_min_quantity ?? 0),
    give: MathBN.convert(method?.apply_to_quantity ?? 0),
    most: MathBN.convert(method?.max_quantity ?? 1),
  }
  if (!method || lines.length === 0 || terms.buy.lte(0) || !method.buy_rules?.length) {
    return []
  }
  const buys = dearestFirst(lines, method.buy_rules)
  const targets = dearestFirst(lines, method.target_rules)
  const isTarget = new Set(targets.map(({ id }) => id))
  // What can be given is bought last, so that something is left to give.
  const inTurn = [...buys.filter(({ id }) => !isTarget.has(id)), ...buys.filter(({ id }) => isTarget.has(id))]
  const toBuy = new Queue(inTurn, leftOf(buys, bought, code))
  const toGive = new Queue(targets, leftOf(targets, given, code))
  const off = new Discount(promotion, method, values)
  const usedBought = new Map<string, Exact>()
  const usedGiven = new Map<string, Exact>()
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const paid = toBuy.total.lt(terms.buy) ? null : toBuy.take(terms.buy)
    const free = paid && toGive.take(terms.give, paid, terms.most.minus(off.quantity))
    if (!paid || !free) {
      break
    }
    off.apply(free, terms.give)
    for (const part of [paid, free]) {
      toBuy.use(part)
      toGive.use(part)
    }
    addTo(usedBought, paid)
    addTo(usedGiven, free)
  }
  bought.set(code, listOf(usedBought))
  given.set(code, listOf(usedGiven))
  return off.actions(code)
}

/** What the promotion takes off lines, each time that it applies. */
class Discount {
  /** Given so far, by what the limit of the promotion counts. */
  quantity: Exact = ZERO
  private readonly amounts = new Map<string, Exact>()
  private readonly beyond: Action[] = []

  constructor(
    private readonly promotion: PromotionTypes.PromotionDTO,
    private readonly method: Method,
    private readonly values: Map<string, BigNumberInput>
  ) {}

  apply(part: Part, give: Exact): void {
    let left = give
    for (const [line, quantity] of part) {
      const own = MathBN.min(quantity, left)
      const amount = own.gt(0) ? this.amountOf(line, own) : ZERO
      if (amount.lte(0)) {
        continue
      }
      left = left.minus(own)
      const refused = ComputeActionUtils.computeActionForBudgetExceeded(this.promotion, amount)
      if (refused) {
        this.beyond.push(refused)
        continue
      }
      this.values.set(line.id, MathBN.add(this.values.get(line.id) ?? 0, amount).toNumber())
      this.amounts.set(line.id, amount.plus(this.amounts.get(line.id) ?? ZERO))
      this.quantity = this.quantity.plus(own)
    }
  }

  actions(code: string): Action[] {
    const taken = [...this.amounts].map(([item_id, amount]): Action => ({ action: "addItemAdjustment", item_id, amount, code }))
    return [...this.beyond, ...taken]
  }

  private amountOf({ subtotal, quantity }: Line, own: Exact): Exact {
    const whole = MathBN.mult(MathBN.div(subtotal, quantity), own)
    const value = this.method.value ?? 0
    return this.method.type === "fixed" ? MathBN.min(MathBN.mult(value, own), whole) : MathBN.mult(whole, value).div(100)
  }
}

/** Quantities of lines, in the order in which they are used. */
type Part = Map<Line, Exact>

/** Lines of which something may be left. What is left only becomes less, so those at the front that are used up are passed over for good. */
class Queue {
  private front = 0
  total: Exact

  constructor(
    private readonly lines: readonly Line[],
    private readonly left: Map<string, Exact>
  ) {
    this.total = [...left.values()].reduce((sum, quantity) => sum.plus(quantity), ZERO)
  }

  /** So much of the next lines, and of each no more than `most`; null where there is not enough. Beside `taken`, which is not marked as used yet. */
  take(quantity: Exact, taken?: Part, most: Exact = quantity): Part | null {
    const part: Part = new Map()
    let missing = quantity
    for (let place = this.frontPlace(); place < this.lines.length && missing.gt(0) && most.gt(0); place += 1) {
      const line = this.lines[place]
      const left = line && (this.left.get(line.id) ?? ZERO).minus(taken?.get(line) ?? ZERO)
      if (line && left?.gt(0)) {
        const own = MathBN.min(missing, left, most)
        part.set(line, own)
        missing = missing.minus(own)
      }
    }
    return missing.gt(0) ? null : part
  }

  use(part: Part): void {
    for (const [{ id }, quantity] of part) {
      const left = this.left.get(id)
      if (left) {
        this.left.set(id, left.minus(quantity))
        this.total = this.total.minus(quantity)
      }
    }
  }

  private frontPlace(): number {
    while (this.front < this.lines.length && !this.left.get(this.lines[this.front]?.id ?? "")?.gt(0)) {
      this.front += 1
    }
    return this.front
  }
}

/** The lines that rules aim at, the dearest first; of equals as they came. */
function dearestFirst(lines: readonly Line[], rules: Method["target_rules"]): Line[] {
  const amounts = new Map(lines.map((line) => [line, MathBN.convert(line.subtotal)]))
  return lines
    .filter((line) => areRulesValidForContext(rules ?? [], line, "items"))
    .sort((a, b) => (amounts.get(b) ?? ZERO).comparedTo(amounts.get(a) ?? ZERO) ?? 0)
}

/** What other promotions have left of lines. */
function leftOf(lines: readonly Line[], used: UsedLines, code: string): Map<string, Exact> {
  const byOthers = new Map<string, Exact>()
  for (const [other, parts] of used) {
    for (const { item_id, quantity } of other === code ? [] : parts) {
      byOthers.set(item_id, MathBN.add(byOthers.get(item_id) ?? 0, quantity))
    }
  }
  return new Map(lines.map(({ id, quantity }) => [id, MathBN.max(MathBN.sub(quantity, byOthers.get(id) ?? 0), 0)]))
}

function addTo(used: Map<string, Exact>, part: Part): void {
  for (const [{ id }, quantity] of part) {
    used.set(id, quantity.plus(used.get(id) ?? ZERO))
  }
}

const listOf = (used: Map<string, Exact>) => [...used].map(([item_id, quantity]) => ({ item_id, quantity: quantity.toNumber() }))
