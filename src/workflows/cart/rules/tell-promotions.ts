import type { Refusal } from "@kontor/framework"
import { MathBN } from "@medusajs/framework/utils"
import { roundPrice } from "../../../modules/contract-pricing/rules/round-price"
import type { NamedContract } from "./tell-price"

/** What a promotion takes off a line. */
interface Discount {
  code: string | null
  amount: string
}

/** A promotion with what it takes off all lines together, money of the currency. */
export interface ToldPromotion {
  code: string
  amount: string
}

/** The promotions of a cart with what each takes off, in the order in which they were applied. What was taken off by hand has no code. */
export function sumPromotions(discounts: readonly Discount[], currencyCode: string): ToldPromotion[] {
  const sums = new Map<string, string>()
  for (const { code, amount } of discounts) {
    const name = code ?? ""
    sums.set(name, MathBN.add(sums.get(name) ?? 0, amount).toFixed())
  }
  return [...sums].map(([code, amount]) => ({ code, amount: roundPrice(amount, currencyCode) }))
}

/** That promotions take another amount off a cart than its dealer saw: each of them with what it took off and what it takes off now. */
export function tellPromotionChange(
  cart_id: string,
  contract: NamedContract,
  { before, now }: { before: readonly Discount[]; now: readonly Discount[] }
): Refusal {
  const { id: contract_id, number: contract_number, currency_code } = contract
  const was = new Map(sumPromotions(before, currency_code).map(({ code, amount }) => [code, amount]))
  const is = new Map(sumPromotions(now, currency_code).map(({ code, amount }) => [code, amount]))
  const nothing = roundPrice("0", currency_code)
  const promotions = [...new Set([...was.keys(), ...is.keys()])].map((code) => {
    return { code, old_amount: was.get(code) ?? nothing, amount: is.get(code) ?? nothing }
  })
  const currency = currency_code.toUpperCase()
  const changes = promotions.filter(({ old_amount, amount }) => old_amount !== amount)
  const told = changes.map(
    ({ code, old_amount, amount }) => `"${code}" took off ${old_amount} ${currency} and takes off ${amount} ${currency} now`
  )
  const what = told.length === 0 ? "the lines share them in another way" : told.join("; ")
  return {
    code: "promotions_changed",
    message: `Promotions of cart ${cart_id} under contract ${contract_number} have changed: ${what}`,
    subject: cart_id,
    details: { contract_id, contract_number, currency_code, promotions },
  }
}
