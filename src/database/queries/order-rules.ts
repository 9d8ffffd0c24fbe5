import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type HoldingQuantityRule,
  quantityResolver,
  type RuledEntry,
  type ScopedOrderRule,
} from "../../modules/order-rules/rules/resolve-quantity-rule"
import { prepared } from "../prepared"
import { placesOf } from "./lies-in"
import { SCOPE } from "./price/adjustments"

/** How far below the top a category lies; the deeper one is nearer. */
const DEPTH = `
  (select length(c.mpath) - length(replace(c.mpath, '.', '')) from catalog_category k join product_category c on c.id = k.category_id
    where k.key = r.category_key)`

/** The precedence of order rules, as a total order of rows `r` of `ruled`: the README of the module tells it in words. */
const IN_ORDER_OF_NEARNESS = `
  r.nearness, r.entry_key is null, r.is_of_plain, r.category_key is null, ${DEPTH} desc nulls last, r.unit_code is null, r.id collate "C" desc`

const quantity = (column: string) => `trim_scale(r.${column})::text`

/**
 * The order rules that a contract is in the scope of and that may aim at one of the asked-for entries. CTEs after `asked` with `keys`, and `scope`;
 * `order_rule_list` has one row: `list`, null where there are none. Rules of single products are found by product, since there may be one of each. What names the plain item
 * of a product with characteristics is about each of them; plain items are looked up only where there is a rule of a single product at all.
 */
export const ORDER_RULES = `
  named as materialized (
    select key, key as named_key, false as is_of_plain from (select unnest(keys) as key from asked) k
    union all
    select e.key, base.key, true
    from (select unnest(keys) as key from asked) k
    join catalog_entry e on e.key = k.key
    join catalog_entry base on base.product_id = e.product_id and base.key <> e.key
    join product_variant plain on plain.id = base.variant_id and plain.metadata ->> 'is_base' = 'true'
    where (select exists (select from order_rule where entry_key is not null and deleted_at is null))
  ),
  ruled as materialized (
    select scope.nearness, r.entry_key as asked_key, false as is_of_plain, r.*
    from scope join order_rule r on r.scope_kind = scope.kind and r.scope_id = scope.id
    where r.deleted_at is null and r.entry_key is null
    union all
    select scope.nearness, named.key, named.is_of_plain, r.* from named
    join order_rule r on r.entry_key = named.named_key and r.deleted_at is null
    join scope on scope.kind = r.scope_kind and scope.id = r.scope_id
  ),
  order_rule_list as materialized (
    select json_agg(json_build_array(
        r.id, r.asked_key, r.category_key, r.unit_code, ${quantity("multiplicity")}, ${quantity("minimum")}, ${quantity("maximum")},
        r.scope_kind <> 'everyone' or r.entry_key is not null
      ) order by ${IN_ORDER_OF_NEARNESS}) as list
    from ruled r
  )`

/** `order_rule_list.list`; null = there are none. */
export type WrittenOrderRules =
  | [
      id: string,
      entry_key: number | null,
      category_key: number | null,
      unit_code: string | null,
      multiplicity: string | null,
      minimum: string | null,
      maximum: string | null,
      is_nearer_than_own: boolean,
    ][]
  | null

/** The list is in order of nearness. */
export function readOrderRules(list: WrittenOrderRules): ScopedOrderRule[] {
  return (list ?? []).map(([id, entry_key, category_key, unit_code, multiplicity, minimum, maximum, is_nearer_than_own]) => {
    return { id, entry_key, category_key, unit_code, multiplicity, minimum, maximum, is_nearer_than_own }
  })
}

const STATEMENT = `
  with asked as materialized (select cast(:contract_id as text) as contract_id, cast(:keys as int[]) as keys),
  terms as materialized (
    select c.id as contract_id, c.legal_entity_id, e.holding_id, c.region
    from asked join contract c on c.id = asked.contract_id and c.deleted_at is null left join legal_entity e on e.id = c.legal_entity_id
  ),
  ${SCOPE},
  ${ORDER_RULES}
  select list from order_rule_list`

/** The order rules that may decide about these entries under a contract, the nearest first. */
export async function orderRulesOf(
  db: Knex,
  { contract_id, entry_keys }: { contract_id: string; entry_keys: readonly number[] }
): Promise<ScopedOrderRule[]> {
  const [row] = await prepared<{ list: WrittenOrderRules }>(db, "order-rules", STATEMENT, {
    contract_id,
    keys: `{${entry_keys.join(",")}}`,
  })
  return readOrderRules(row?.list ?? null)
}

const OWN = `
  select e.key as entry_key, e.category_keys, coalesce(trim_scale(r.multiplicity), 1)::text as multiplicity,
    coalesce(trim_scale(r.minimum), 0)::text as minimum, trim_scale(r.maximum)::text as maximum,
    (select coalesce(json_agg(json_build_object('code', u.code, 'coefficient', trim_scale(u.coefficient)::text)), '[]')
      from sales_unit u where u.entry_key = e.key) as units
  from catalog_entry e left join quantity_rule r on r.entry_key = e.key where e.key = any (cast(:entry_keys as int[]))`

type OwnRow = HoldingQuantityRule & Pick<RuledEntry, "entry_key" | "units"> & { category_keys: number[] | null }

/** What holds for these entries under a contract, by key. */
export async function quantityRulesOf(
  db: Knex,
  { contract_id, entry_keys }: { contract_id: string; entry_keys: readonly number[] }
): Promise<Map<number, HoldingQuantityRule>> {
  const { rows } = await db.raw<{ rows: OwnRow[] }>(OWN, { entry_keys: [...entry_keys] })
  const resolve = quantityResolver(await orderRulesOf(db, { contract_id, entry_keys }))
  return new Map(
    rows.map(({ entry_key, units, category_keys, ...own }) => [
      entry_key,
      resolve({ entry_key, units, category_keys: placesOf(category_keys ?? []), own }),
    ])
  )
}
