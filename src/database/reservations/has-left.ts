/** SQL: whether no ERP tells of the stock of the warehouse of the reservation item `ri`. */
export const IS_OWN = `not exists (select from erp_mapping m where m.kind = 'warehouse' and m.internal_id = ri.location_id)`

/**
 * SQL: whether the stock of the warehouse of `ri` is without goods that the ERP has had since a moment: it was told of since (`stock_freshness` f); of one of
 * which nobody says when it was told of, nothing is waited for. A warehouse that no ERP tells of, or none any more, has its goods until the order is shipped
 * (`order_state` s), whatever state the ERP counts them as taken from: nothing has left it before, and nothing has to be given back when the ERP takes that
 * state back. What an order (`order_reservation` r) still holds that was cancelled has left.
 *
 * @param since SQL of the moment; while it is null nothing has left
 */
export const IS_SETTLED = (since: string) => `
  (${since} is not null and case when ${IS_OWN} then s.shipped_on is not null or r.end_reason = 'cancelled' else coalesce(f.as_of >= ${since}, true) end)`
