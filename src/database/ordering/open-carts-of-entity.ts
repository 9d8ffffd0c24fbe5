import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { discountOfCart } from "../promotions/cart-discounts"
import { refinementSummary, type RefinementSummary } from "./refinement-of-cart"

/** A cart that people of a client are filling. Money is exact decimal text in the cart's currency. */
export interface OpenCart {
  id: string
  created_at: string
  /** When a line or the cart itself was changed last, ISO 8601. */
  updated_at: string
  currency_code: string
  line_count: number
  total: string
  contract: { id: string; number: string }
  /** Whose it is; null once he is gone. */
  employee: { id: string; name: string; email: string; phone: string | null } | null
  /** What the ERP said of its prices; null where it was never asked. */
  refinement: RefinementSummary | null
}

const SQL = `
  with open_cart as materialized (
    select c.id, c.customer_id, c.currency_code, c.created_at, k.id as contract_id, k.number as contract_number,
      greatest(c.updated_at, lines.updated_at) as changed_at, lines.line_count, lines.total
    from contract k
    join cart_contract t on t.contract_id = k.id and t.deleted_at is null
    join cart c on c.id = t.cart_id and c.completed_at is null and c.deleted_at is null
    cross join lateral (
      select count(*)::int as line_count, max(l.updated_at) as updated_at, sum(l.unit_price * l.quantity) - ${discountOfCart("c.id")} as total
      from cart_line_item l where l.cart_id = c.id and l.deleted_at is null) as lines
    where k.legal_entity_id = :legal_entity_id and k.deleted_at is null and lines.line_count > 0
  ),
  page as (select * from open_cart order by changed_at desc, id limit :limit offset :offset)
  select counted.total_count, p.id, to_jsonb(p.created_at) #>> '{}' as created_at, to_jsonb(p.changed_at) #>> '{}' as updated_at,
    p.currency_code, p.line_count, trim_scale(p.total)::text as total,
    jsonb_build_object('id', p.contract_id, 'number', p.contract_number) as contract,
    (select jsonb_build_object('id', e.id, 'name', e.name, 'email', e.email, 'phone', e.phone)
      from employee_customer ec join employee e on e.id = ec.employee_id and e.deleted_at is null
      where ec.customer_id = p.customer_id and ec.deleted_at is null limit 1) as employee,
    ${refinementSummary("p.id")} as refinement
  from (select count(*)::int as total_count from open_cart) as counted
  left join page p on true
  order by p.changed_at desc, p.id`

/**
 * A page of the carts under the contracts of a legal entity, changed last first, and how many there are. A cart without lines tells nothing
 * and is left out. The count comes with an empty page too, in a row without a cart.
 */
export async function openCartsOfEntity(
  db: Knex,
  input: { legal_entity_id: string; limit: number; offset: number }
): Promise<{ carts: OpenCart[]; count: number }> {
  const { rows } = await db.raw<{ rows: CountedRow<OpenCart>[] }>(SQL, input)
  const { rows: carts, count } = countedPage(rows)
  return { carts, count }
}
