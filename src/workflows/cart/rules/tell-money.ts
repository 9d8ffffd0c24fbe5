import { MathBN } from "@medusajs/framework/utils"
import type { PricedCartLine } from "../../../database/ordering/open-cart-lines"
import type { OrderTerms } from "../../../database/ordering/terms-of-contract"
import { totalsOfLines, vatOfLine } from "../../../modules/contract-pricing/rules/vat-of-lines"
import type { CartPricing, ToldLineMoney } from "../types"
import { sumPromotions } from "./tell-promotions"

type MoneyTerms = Pick<OrderTerms, "includes_vat" | "currency_code" | "prices_as_of" | "retail_as_of">

/** What a promotion takes off a line, as the cart has it. */
interface Discount {
  line_id: string
  code: string | null
  amount: string
}

/** What the lines of a cart come to with their VAT, by id of the line, without what promotions take off, and what is told of their sum. */
export function tellMoney(
  lines: readonly Pick<PricedCartLine, "id" | "unit_price" | "quantity" | "vat_rate">[],
  { includes_vat, currency_code, prices_as_of: as_of, retail_as_of }: MoneyTerms,
  discounts: readonly Discount[]
): { lines: Map<string, ToldLineMoney>; told: Pick<CartPricing, "totals" | "as_of" | "retail_as_of" | "promotions"> } {
  const ofLine = byLine(discounts)
  const money = new Map(
    lines.map((line): [string, ToldLineMoney] => {
      const own = ofLine.get(line.id)
      if (own === undefined) {
        return [line.id, vatOfLine(line, includes_vat, currency_code)]
      }
      const discount = own.reduce((sum, { amount }) => MathBN.add(sum, amount), MathBN.convert(0)).toFixed()
      const told = vatOfLine({ ...line, discount }, includes_vat, currency_code)
      return [line.id, { ...told, promotions: sumPromotions(own, currency_code) }]
    })
  )
  const promotions = discounts.length === 0 ? {} : { promotions: sumPromotions(discounts, currency_code) }
  return {
    lines: money,
    told: { totals: totalsOfLines([...money.values()], includes_vat, currency_code), as_of, retail_as_of, ...promotions },
  }
}

function byLine(discounts: readonly Discount[]): Map<string, Discount[]> {
  const found = new Map<string, Discount[]>()
  for (const discount of discounts) {
    found.set(discount.line_id, [...(found.get(discount.line_id) ?? []), discount])
  }
  return found
}
