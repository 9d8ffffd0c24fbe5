import { at, guid, PURPOSE } from "./random"
import type { Supplier } from "./supplier"

/** A rule of visibility as the prices package has it. */
export interface VisibilityRule {
  external_id: string
  name: string
  scope: { kind: string; external_id: string }
  target: { offer_external_ids: string[] }
  effect: "hide" | "show"
}

/** So many products are not for everybody. */
const HIDDEN = 3

/** The last contract does not see the last products; where there is but one it sees all. */
export function visibilityRules(supplier: Supplier): VisibilityRule[] {
  const { seed, products } = supplier.config
  const { contracts } = supplier.partners()
  const last = contracts[contracts.length - 1]
  if (!last || contracts.length === 1) {
    return []
  }
  const hidden = Array.from({ length: Math.min(HIDDEN, products) }, (_, place) => at(supplier.product(products - 1 - place).offers, 0).id)
  const name = `Не для договора ${last.number}`
  const scope = { kind: "contract", external_id: last.external_id }
  return [{ external_id: guid(seed, PURPOSE.visibilityRule, 0), name, scope, target: { offer_external_ids: hidden }, effect: "hide" }]
}
