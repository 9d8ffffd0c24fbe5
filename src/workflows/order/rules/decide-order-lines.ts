import type { Refusal } from "@kontor/framework"
import { MathBN } from "@medusajs/framework/utils"
import type { CartLine } from "../../../database/ordering/open-cart-lines"
import type { Allocation, Shortage, StockNeed } from "../../../modules/order-rules/rules/allocate-stock"
import { commonMultiple } from "../../../modules/order-rules/rules/multiples"
import type { VariantStock } from "../../../database/ordering/lock-stock"
import type { SellableRow } from "../../../database/ordering/read-sellables"
import { decideLineQuantity, NO_RULES } from "../../cart/rules/decide-line-quantity"
import { detailsOf, type NamedContract, nameReason, tellNoPrice, tellPriceChange, tellWithheldLine } from "../../cart/rules/tell-price"

/** With the article that whoever owns the line may know: of what is hidden from him, the one that the line has kept. */
type NamedLine = CartLine & { article: string | null }

/**
 * Decides every line again as of now: is it still sold, at the price the dealer saw, in a quantity that is allowed? Stock comes after.
 *
 * @param sellables by entry key
 * @param now by id of the line: prices of one base unit, of which a line may have none, and the rules that withhold products from sale; and ids
 * of the lines that a manager has let past the order rules
 */
export function decideOrderLines(
  lines: NamedLine[],
  sellables: ReadonlyMap<number, SellableRow>,
  now: { prices: ReadonlyMap<string, string>; withheld: ReadonlyMap<string, string>; bypassed: ReadonlySet<string> },
  contract: NamedContract
): Refusal[] {
  const refusals: Refusal[] = []
  for (const line of lines) {
    const sellable = line.entry_key === null ? undefined : sellables.get(line.entry_key)
    if (!sellable?.is_listed) {
      refusals.push({
        code: "not_listed",
        message: nameReason(line, contract, `not sold now, ${line.quantity} asked for`),
        subject: line.article ?? line.variant_id,
        details: detailsOf(line, contract),
      })
      continue
    }
    const named = { ...line, article: sellable.article }
    const withheld = now.withheld.get(line.id)
    if (withheld !== undefined) {
      refusals.push(tellWithheldLine(named, contract, withheld))
    }
    const price = now.prices.get(line.id)
    if (price === undefined) {
      refusals.push(tellNoPrice(named, contract, line.unit_price))
      continue
    }
    if (!MathBN.eq(line.unit_price, price)) {
      refusals.push(tellPriceChange(named, contract, { from: line.unit_price, to: price }))
    }
    refusals.push(...refuseQuantity(line, now.bypassed.has(line.id) ? { ...sellable, ...NO_RULES } : sellable, contract))
  }
  return [
    ...refusals,
    ...refuseTogether(
      lines.filter(({ id }) => !now.bypassed.has(id)),
      sellables,
      contract
    ),
  ]
}

/**
 * Goods that stand in several lines, kept apart by what the dealer wrote on them, of which each holds what is allowed and all together more: one
 * refusal for each product. Lines that a manager has let past the rules do not count.
 */
export function refuseTogether(
  lines: Pick<CartLine, "id" | "variant_id" | "title" | "quantity" | "entry_key">[],
  sellables: ReadonlyMap<number, SellableRow>,
  contract: NamedContract
): Refusal[] {
  const byEntry = new Map<number, typeof lines>()
  for (const line of lines) {
    if (line.entry_key !== null) {
      const together = byEntry.get(line.entry_key) ?? []
      together.push(line)
      byEntry.set(line.entry_key, together)
    }
  }
  return [...byEntry].flatMap(([entry_key, together]) => {
    const [first, second] = together
    const sellable = sellables.get(entry_key)
    const maximum = sellable?.maximum ?? null
    if (!first || !second || !sellable?.is_listed || maximum === null || together.some(({ quantity }) => MathBN.gt(quantity, maximum))) {
      return []
    }
    const sum = together.reduce((total, line) => MathBN.add(total, line.quantity), MathBN.convert(0))
    return MathBN.gt(sum, maximum) ? refuseQuantity({ ...first, quantity: sum.toFixed() }, sellable, contract) : []
  })
}

/** Whether a line has a quantity that is not allowed now; stock aside. */
export function refuseQuantity(
  line: Pick<CartLine, "id" | "variant_id" | "title" | "quantity">,
  sellable: SellableRow,
  contract: NamedContract
): Refusal[] {
  const decision = decideLineQuantity(line.quantity, { ...sellable, available: null })
  if (decision.ok) {
    return []
  }
  const { code, message, nearest } = decision
  const named = { ...line, article: sellable.article }
  const details = { ...detailsOf(named, contract), nearest }
  return [{ code, message: nameReason(named, contract, message), subject: sellable.article ?? line.variant_id, details }]
}

/**
 * What the lines take from stock; lines whose stock is not counted take nothing.
 *
 * @param sellables by entry key: which lines may wait for a supply, and by what they are sold
 */
export function stockNeeds(
  lines: CartLine[],
  variants: VariantStock[],
  sellables: ReadonlyMap<number, Pick<SellableRow, "may_wait" | "multiplicity">> = new Map()
): StockNeed[] {
  const byVariant = new Map<string, VariantStock[]>()
  for (const variant of variants) {
    byVariant.set(variant.variant_id, [...(byVariant.get(variant.variant_id) ?? []), variant])
  }
  return lines.flatMap((line) => {
    const { may_wait = false, multiplicity = "1" } = sellables.get(line.entry_key ?? NO_ENTRY) ?? {}
    return (byVariant.get(line.variant_id ?? "") ?? []).map(({ inventory_item_id, required_quantity, allow_backorder }) => ({
      line_id: line.id,
      inventory_item_id,
      quantity: MathBN.mult(line.quantity, required_quantity).toFixed(),
      allow_backorder,
      ...(may_wait ? { waiting: { required_quantity, step: commonMultiple(multiplicity, WHOLE).toFixed() } } : {}),
    }))
  })
}

/** Key of no entry. */
const NO_ENTRY = 0

/** Lines of orders hold whole base units. */
const WHOLE = "1"

/** One refusal for every line that stock cannot serve whole. */
export function refuseShortages(
  lines: (CartLine & { article: string | null })[],
  shortages: Shortage[],
  contract: NamedContract
): Refusal[] {
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  return shortages.flatMap(({ line_id, available }) => {
    const line = lineOf.get(line_id)
    if (!line) {
      return []
    }
    const message = nameReason(line, contract, `${available} available, ${line.quantity} asked for`)
    const details = { ...detailsOf(line, contract), available }
    return [{ code: "insufficient_stock", message, subject: line.article ?? line.variant_id, details }]
  })
}

/** The same with the lines of the order in place of those of the cart. */
export function forOrderLines<Part extends Pick<Allocation, "line_id">>(parts: Part[], orderLineOf: Map<string, string>): Part[] {
  return parts.map((part) => ({ ...part, line_id: orderLineOf.get(part.line_id) ?? part.line_id }))
}
