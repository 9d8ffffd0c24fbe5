/**
 * SQL: ids of the entities whose part numbers are understood for one: its own, and those of its whole holding where that shares them. Bound as
 * `:legal_entity_id`.
 */
export const OWNERS_OF_NUMBERS = `
  select cast(:legal_entity_id as text) as id
  union
  select other.id from legal_entity me
  join holding h on h.id = me.holding_id and h.shares_part_numbers and h.deleted_at is null
  join legal_entity other on other.holding_id = h.id and other.deleted_at is null
  where me.id = cast(:legal_entity_id as text)`
