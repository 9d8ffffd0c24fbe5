import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { ScopeKind } from "../../modules/contract-pricing/rules/adjustment"
import { canonicalFields, type OrderRuleDraft, orderRuleFault } from "../../modules/order-rules/rules/order-rule-draft"
import type { QuantityFields } from "../../modules/order-rules/rules/resolve-quantity-rule"
import { scopeExists } from "../pricing/scope-of-rule"

/** An order rule as it is stored: ids checked, numbers in one spelling, goods by their keys. */
export interface OrderRuleFacts extends QuantityFields {
  scope_kind: ScopeKind
  /** Empty for everyone. */
  scope_id: string
  entry_key: number | null
  category_key: number | null
  unit_code: string | null
}

const ENTRY = `select key from catalog_entry where variant_id = :id`
const CATEGORY = `
  select k.key from catalog_category k join product_category c on c.id = k.category_id and c.deleted_at is null where k.category_id = :id`

/** Pieces are known though no product names them. */
const UNIT = `select :code = '796' or exists (select from sales_unit where code = :code) as found`

/**
 * The facts that a draft means. INVALID_DATA with a code of `orderRuleFault`, or `order_rule_scope_unknown`, `order_rule_product_unknown`,
 * `order_rule_category_unknown`, `order_rule_unit_unknown`.
 */
export async function resolveOrderRule(db: Knex, draft: OrderRuleDraft<ScopeKind>): Promise<OrderRuleFacts> {
  const fault = orderRuleFault(draft)
  if (fault) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, fault.message, fault.code)
  }
  const { scope, target, unit_code } = draft
  if (!(await scopeExists(db, scope))) {
    refuse("order_rule_scope_unknown", `There is no ${scope.kind.replace("_", " ")} ${scope.id}.`)
  }
  if (unit_code !== null && !(await isUnit(db, unit_code))) {
    refuse("order_rule_unit_unknown", `No product is sold by the unit ${unit_code}.`)
  }
  return {
    scope_kind: scope.kind,
    scope_id: scope.id ?? "",
    entry_key: await keyOf(db, ENTRY, target.variant_id, "product"),
    category_key: await keyOf(db, CATEGORY, target.category_id, "category"),
    unit_code,
    ...canonicalFields(draft),
  }
}

async function isUnit(db: Knex, code: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { found: boolean }[] }>(UNIT, { code })
  return rows[0]?.found === true
}

async function keyOf(db: Knex, sql: string, id: string | null, what: "product" | "category"): Promise<number | null> {
  if (id === null) {
    return null
  }
  const { rows } = await db.raw<{ rows: { key: number }[] }>(sql, { id })
  return rows[0]?.key ?? refuse(`order_rule_${what}_unknown`, `There is no ${what} ${id}.`)
}

function refuse(code: string, message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
}
