import type { Assortment } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ContractHolder, ContractTerms } from "../../modules/company/rules/contract-usable"
import { prepared } from "../prepared"
import { makeAssortment } from "../visibility/make-assortment"
import { assortmentOf, VISIBILITY_PROFILE } from "../visibility/visibility-profile"

/** What a contract says about prices and about whether it may be used at all. */
export interface OrderTerms extends ContractTerms {
  entity: ContractHolder
  supplier_entity_id: string
  currency_code: string
  price_type_id: string | null
  /** Null while the contract has no live price type: nothing is orderable then. */
  price_type_key: number | null
  includes_vat: boolean
  /** Stock locations that its orders draw from; none named = all of the sales channel. */
  warehouse_ids: string[]
  /** Moment at which the prices of the type were true, ISO 8601. */
  prices_as_of: string | null
  /** The same of the retail type. */
  retail_as_of: string | null
  /** Which part of the catalogue may be bought under it; null = all of it. */
  assortment: Assortment | null
}

const SQL = `
  select c.id, c.number, c.state, c.starts_on::text, c.ends_on::text,
    jsonb_build_object('id', e.id, 'name', e.name, 'state', e.state) as entity,
    c.supplier_entity_id, c.currency_code, t.id as price_type_id, t.key as price_type_key, coalesce(t.includes_vat, true) as includes_vat, c.warehouse_ids,
    to_jsonb(t.as_of) #>> '{}' as prices_as_of,
    (select to_jsonb(as_of) #>> '{}' from price_type where is_retail and deleted_at is null) as retail_as_of,
    profile.rule_keys is not null as has_visibility_rules, ${assortmentOf("profile.rule_keys")} as assortment
  from contract c
  join legal_entity e on e.id = c.legal_entity_id and e.deleted_at is null
  left join price_type t on t.id = c.price_type_id and t.deleted_at is null
  cross join lateral (select ${VISIBILITY_PROFILE} as rule_keys from (select e.holding_id) le) profile
  where c.id = :contract_id and c.deleted_at is null`

/** The terms of one contract; null when it (or its legal entity) is gone. */
export async function termsOfContract(db: Knex, input: { contract_id: string }): Promise<OrderTerms | null> {
  const [found] = await prepared<OrderTerms & { has_visibility_rules: boolean }>(db, "terms-of-contract", SQL, input)
  if (!found) {
    return null
  }
  const { has_visibility_rules, ...terms } = found
  return has_visibility_rules && !terms.assortment ? { ...terms, assortment: await makeAssortment(db, input) } : terms
}
