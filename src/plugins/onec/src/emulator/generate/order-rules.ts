import { guid, PURPOSE } from "./random"
import type { Supplier } from "./supplier"

/** An order rule as the prices package has it. */
export interface OrderRule {
  external_id: string
  scope: { kind: string; external_id?: string }
  maximum: string
  document: string
}

/** Nobody takes the whole warehouse, and the first category of clients a tenth of that. */
export function orderRules(supplier: Supplier): OrderRule[] {
  const id = (place: number): string => guid(supplier.config.seed, PURPOSE.orderRule, place)
  const [category] = supplier.partners().clientCategories
  const ofCategory = category && { kind: "client_category", external_id: category.external_id }
  return [
    { external_id: id(0), scope: { kind: "everyone" }, maximum: "100000", document: "Приказ 7" },
    ...(ofCategory ? [{ external_id: id(1), scope: ofCategory, maximum: "10000", document: "Приказ 7" }] : []),
  ]
}
