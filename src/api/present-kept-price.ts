import { z } from "@medusajs/framework/zod"
import type { CompanyOrderLine } from "../database/ordering/company-order-lines"
import type { PriceTeller } from "../modules/contract-pricing/rules/tell-price"
import { type KeptExplanationView, priceStep } from "./price-explanation-schema"

/** As placing has written it since prices are explained; each step is read by itself, since older ones may have had other fields. */
const keptPrice = z.object({
  price: z.object({
    contract_id: z.string().nullable().catch(null),
    day: z.string().nullable().catch(null),
    quantity: z.string().nullable().catch(null),
    steps: z.array(z.looseObject({ code: z.string(), amount: z.string().nullable().catch(null) })),
  }),
})

/** Before that a line kept its price type and the moment of the ERP's word on it. */
const keptType = z.object({ price_type_id: z.string(), as_of: z.string().nullable().catch(null) })

type KeptLine = Pick<CompanyOrderLine, "kept" | "kept_type_name" | "unit_price">

/**
 * Why a line of an order costs what it costs, as it was decided when the order was placed; null when nothing was kept. A step that is not
 * understood any more is told by its name and amount.
 */
export function presentKeptPrice(line: KeptLine, tell: PriceTeller): KeptExplanationView | null {
  const kept = keptPrice.safeParse(line.kept)
  if (kept.success) {
    const { steps, ...price } = kept.data.price
    return { ...price, steps: steps.map((step) => ({ ...step, text: sayKept(tell, step) })) }
  }
  const old = keptType.safeParse(line.kept)
  if (!old.success) {
    return null
  }
  const { price_type_id, as_of } = old.data
  const step = {
    code: "base_price" as const,
    amount: line.unit_price,
    price_type_id,
    price_type_name: line.kept_type_name ?? price_type_id,
    as_of,
  }
  return { contract_id: null, day: null, quantity: null, steps: [{ ...step, text: tell.step(step) }] }
}

function sayKept(tell: PriceTeller, step: { code: string; amount: string | null }): string {
  const known = priceStep.safeParse(step)
  return known.success ? tell.step(known.data) : tell.keptStep(step.code, step.amount)
}
