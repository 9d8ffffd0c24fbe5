import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** All that a person could lose or have changed: each selects whole rows as text, by his customer, employee and entity. */
const ROWS = `
  select c::text as t from cart c where c.customer_id = :customer
  union all select i::text from cart_line_item i join cart c on c.id = i.cart_id where c.customer_id = :customer
  union all select l::text from cart_contract l join cart c on c.id = l.cart_id where c.customer_id = :customer
  union all select l::text from cart_payment_collection l join cart c on c.id = l.cart_id where c.customer_id = :customer
  union all select s::text from payment_session s join cart_payment_collection l on l.payment_collection_id = s.payment_collection_id
    join cart c on c.id = l.cart_id where c.customer_id = :customer
  union all select o::text from "order" o where o.customer_id = :customer
  union all select c::text from customer c where c.id = :customer
  union all select a::text from customer_address a where a.customer_id = :customer
  union all select e::text from employee e where e.id = :employee
  union all select m::text from employee_membership m where m.employee_id = :employee
  union all select e::text from legal_entity e where e.id = :entity
  union all select p::text from delivery_point p where p.legal_entity_id = :entity
  union all select c::text from consent c where c.employee_id = :employee
  union all select c::text from contract c where c.legal_entity_id = :entity`

/** A digest of everything a person has; it moves when anything of it is written. */
export async function digestOf(
  container: MedusaContainer,
  person: { id: string; customer_id: string },
  entity: { id: string }
): Promise<string> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { digest: string }[] }>(`select md5(string_agg(t, ' ' order by t)) as digest from (${ROWS}) r`, {
      customer: person.customer_id,
      employee: person.id,
      entity: entity.id,
    })
  return rows[0]?.digest ?? ""
}
