import { MathBN } from "@medusajs/framework/utils"

/** A line of a cart, or of the order that was made of it. */
export interface PairedLine {
  id: string
  variant_id: string | null
  quantity: string
  unit_price: string
}

/**
 * Which line of a cart each line of its order was made of, where nobody has kept that: one of the same product in the same quantity at the same price. Lines
 * that are alike in all of it are interchangeable.
 *
 * @returns ids of lines of the order by those of the cart
 */
export function pairLines(cart: readonly PairedLine[], order: readonly PairedLine[]): Map<string, string> {
  const free = new Map<string, string[]>()
  for (const line of order) {
    free.set(nameOf(line), [...(free.get(nameOf(line)) ?? []), line.id])
  }
  return new Map(
    cart.flatMap((line) => {
      const id = free.get(nameOf(line))?.shift()
      return id === undefined ? [] : [[line.id, id] as const]
    })
  )
}

const nameOf = ({ variant_id, quantity, unit_price }: PairedLine): string =>
  [variant_id, MathBN.convert(quantity).toFixed(), MathBN.convert(unit_price).toFixed()].join(" ")
