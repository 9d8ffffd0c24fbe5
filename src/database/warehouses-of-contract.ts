/**
 * SQL: a contract that names `:warehouse_ids` may draw from this stock location; one that names none may draw from all. A warehouse that
 * is unknown stays in the list under a foreign id, so that a contract of unknown warehouses only draws from none.
 */
export const isWarehouseOfContract = (locationId: string) =>
  `(cardinality(cast(:warehouse_ids as text[])) = 0 or ${locationId} = any(cast(:warehouse_ids as text[])))`
