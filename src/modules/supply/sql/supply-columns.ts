/** Columns of a supply `s` as callers take them: what was never told is null. */
export const SUPPLY_COLUMNS = `
  s.id, s.number, s.source, s.state, case when s.expected_on < 'infinity' then s.expected_on::text end as expected_on,
  nullif(s.warehouse_id, '') as warehouse_id, s.supplier_name, s.comment, to_jsonb(s.as_of) #>> '{}' as as_of`
