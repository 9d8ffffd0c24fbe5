import { MathBN } from "@medusajs/framework/utils"

/** What a promotion takes off a line. */
interface Discount {
  line_id: string
  code: string | null
  amount: string
}

/** Whether the same promotions take the same amounts off the same lines, in whatever order. */
export function isSameDiscount(some: readonly Discount[], others: readonly Discount[]): boolean {
  const amounts = new Map(some.map((discount) => [keyOf(discount), discount.amount]))
  return (
    some.length === others.length &&
    amounts.size === some.length &&
    others.every((discount) => {
      const amount = amounts.get(keyOf(discount))
      // Each stands for one.
      return amounts.delete(keyOf(discount)) && amount !== undefined && MathBN.eq(amount, discount.amount)
    })
  )
}

const keyOf = ({ line_id, code }: Discount): string => `${line_id} ${code ?? ""}`
