import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Carts taken along when a person goes over to another contract; older ones stay where they are. */
const CARTS_MAX = 20

const SQL = `
  select id from (
    select c.id, c.updated_at
    from cart c left join cart_contract t on t.cart_id = c.id and t.deleted_at is null
    where c.customer_id = :customer_id and c.completed_at is null and c.deleted_at is null
      and (t.contract_id is null or t.contract_id = cast(:contract_id as text))
    order by c.updated_at desc, c.id limit ${CARTS_MAX}
  ) as recent order by id`

/** Open carts of a customer under a contract, and those under none, by id: whoever locks several does it in this order. */
export async function openCartIds(db: Knex, input: { customer_id: string; contract_id: string | null }): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(SQL, input)
  return rows.map(({ id }) => id)
}
