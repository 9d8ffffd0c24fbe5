import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import type { CartLineWrite } from "../../database/ordering/write-cart-lines"
import { priceAt } from "../../modules/contract-pricing/rules/price-ladder"
import type { LineWrite } from "./types"

/** A decided line as it is written, with the terms it was priced under. */
export function toCartLine(id: string, { sellable, quantity }: LineWrite, terms: OrderTerms): CartLineWrite {
  return {
    id,
    variant_id: sellable.variant_id,
    quantity,
    unit_price: priceAt(sellable.prices, quantity) ?? "0",
    compare_at_unit_price: sellable.retail_price,
    metadata: {
      kontor: { price_type_id: terms.price_type_id, as_of: terms.prices_as_of, entry_key: sellable.entry_key, priced_quantity: quantity },
    },
  }
}
