import { type HoldingQuantityRule, quantityResolver } from "../../modules/order-rules/rules/resolve-quantity-rule"
import { type UnitQuantities, unitQuantities } from "../../modules/order-rules/rules/unit-quantities"
import { placesOf } from "./lies-in"
import { readOrderRules, type WrittenOrderRules } from "./order-rules"
import { readKeys } from "./price/columns"

/** What the statement tells of an entry: what the product itself says, and what rules meet in it. */
interface QuantityRow extends HoldingQuantityRule {
  entry_key: number
}

interface SoldUnit {
  code: string
  coefficient: string
}

/** What may be ordered of an entry, in base units and in each unit. */
export interface EntryQuantities {
  rule: HoldingQuantityRule
  ofUnit(unit: SoldUnit): UnitQuantities | null
}

/** `categoryKeys` is an array literal. */
type QuantitiesOf = (row: QuantityRow, categoryKeys: string | null, units: readonly SoldUnit[]) => EntryQuantities

/** Made once for the entries of one answer, most of which are sold alike: what is the same is computed once. */
export function quantitiesReader(list: WrittenOrderRules): QuantitiesOf {
  const resolve = quantityResolver(readOrderRules(list))
  const known = new Map<string, UnitQuantities | null>()
  return ({ entry_key, multiplicity, minimum, maximum }, categoryKeys, units) => {
    const own = { multiplicity, minimum, maximum }
    const rule = list === null ? own : resolve({ entry_key, category_keys: placesOf(readKeys(categoryKeys ?? "")), units, own })
    const ofUnit = (unit: SoldUnit) => {
      const name = [rule.multiplicity, rule.minimum, rule.maximum, unit.code, unit.coefficient].join(" ")
      const found = known.get(name)
      const quantities = found === undefined ? unitQuantities(rule, unit) : found
      known.set(name, quantities)
      return quantities
    }
    return { rule, ofUnit }
  }
}
