import { z } from "@medusajs/framework/zod"
import { askedUnit } from "../../../../asked-unit-schema"
import { localeParameter } from "../../../../locale-of"
import { lineMoney, vatTotals } from "../../../../money-schema"
import { quantityBypass } from "../../../../present-bypass"
import { keptExplanation } from "../../../../price-explanation-schema"

export const AdminOrderPricesQuery = z.object({ locale: localeParameter }).strict()

export const AdminOrderPricesResponse = z.object({
  currency_code: z.string(),
  ...vatTotals,
  lines: z.array(
    z.object({
      id: z.string(),
      variant_id: z.string().nullable(),
      article: z.string().nullable(),
      title: z.string(),
      variant_title: z.string().nullable(),
      quantity: z.string(),
      unit: z.string(),
      asked: askedUnit,
      unit_price: z.string(),
      ...lineMoney,
      explanation: keptExplanation.nullable().describe("As it was decided when the order was placed; null when nothing was kept"),
      quantity_bypass: quantityBypass,
    })
  ),
})
export type AdminOrderPricesResponse = z.infer<typeof AdminOrderPricesResponse>
