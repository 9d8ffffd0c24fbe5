/** Who is told of an order. */
export interface OrderRecipient {
  name: string
  email: string
  customer_id: string
}

/** SQL: who placed the order `o`, of the shape `OrderRecipient`; null where he is gone or blocked. */
export const ORDER_RECIPIENT = `
  (select json_build_object('name', em.name, 'email', em.email, 'customer_id', person.customer_id)
    from employee em join employee_customer person on person.employee_id = em.id and person.deleted_at is null
    where em.deleted_at is null and em.state = 'active' and em.id = coalesce(o.metadata #>> '{kontor,employee_id}', (
      select ec.employee_id from employee_customer ec where ec.customer_id = o.customer_id and ec.deleted_at is null limit 1)) limit 1)`
