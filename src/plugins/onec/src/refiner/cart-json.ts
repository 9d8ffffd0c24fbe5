import type { FormedCart, RefinedCart } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { clean, currency, formedAt, id } from "../json/fields"

/** Lines that a cart may hold, and so an answer. */
const LINES_MAX = 10_000
const DOCUMENT_MAX = 500

/** The question as 1C gets it. Decimals are text, so that no digit is lost on the way. */
export function writeCart(cart: FormedCart): string {
  const { cart_id, day, currency_code, includes_vat, legal_entity, contract, lines } = cart
  return JSON.stringify({
    ...{ format: "kontor-cart", version: 1, cart_id, day, currency_code, includes_vat },
    legal_entity: { external_id: legal_entity.external_id, inn: legal_entity.inn },
    contract: { external_id: contract.external_id, number: contract.number },
    lines: lines.map(({ line_id, offer_external_id, article, quantity, unit_code, amount }) => {
      return { line_id, offer_external_id, article, quantity, unit_code, amount }
    }),
  })
}

/** The answer of 1C; whether it speaks of what was asked is for the caller to say. */
const answerSchema = z.strictObject({
  format: z.literal("kontor-cart-prices"),
  version: z.literal(1),
  cart_id: z.string(),
  currency_code: currency,
  document: clean(DOCUMENT_MAX)
    .transform((text) => text || null)
    .nullable()
    .default(null),
  as_of: formedAt,
  lines: z.array(z.strictObject({ line_id: id, amount: z.string().max(32) })).max(LINES_MAX),
})

/** Reads what 1C answers. The reason of a refusal names the place, never the whole answer. */
export function readRefinedCart(text: string, cartId: string): RefinedCart | { fault: string } {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return { fault: "it is no JSON" }
  }
  const result = answerSchema.safeParse(content)
  if (!result.success) {
    const [issue] = result.error.issues
    return { fault: `${issue?.path.map(String).join(".") || "it"}: ${issue?.message}` }
  }
  const { cart_id, currency_code, document, as_of, lines } = result.data
  return cart_id === cartId ? { currency_code, document, as_of, lines } : { fault: `it is about cart "${cart_id.slice(0, 64)}"` }
}
