import { ENTRY, IS_NEW, IS_REMOVED, PLAIN, type SubjectStatements } from "./subject"

/** Medusa reads the raw columns too. */
const amounts = (amount: string) => `${amount}, jsonb_build_object('value', trim_scale(${amount})::text, 'precision', 20)`
const SAME_LEVEL =
  "e.key = r.entry_key and level.inventory_item_id = e.inventory_item_id and level.location_id = :subject_id and level.deleted_at is null"

const setLevels = (rows: string, amount: string) => `
  update inventory_level level set (stocked_quantity, raw_stocked_quantity, updated_at) = row (${amounts(amount)}, now())
  from price_import_row r, catalog_entry e where r.import_id = :id and ${rows} and ${SAME_LEVEL}`

/** By as much as the file moved them: what was shipped or came in between stays counted. */
const moveBack = `
  update inventory_level level set (stocked_quantity, raw_stocked_quantity, updated_at) = (
    select ${amounts("back.amount")}, now()
    from (select greatest(level.stocked_quantity + coalesce(r.old_amount, 0) - coalesce(r.new_amount, 0), 0) as amount) back)
  from price_import i, price_import_row r, catalog_entry e
  where i.id = :id and r.import_id = i.id and (${IS_NEW} or r.status = 'removed' and i.applied_mode <> 'add') and ${SAME_LEVEL}`

/**
 * Stock of one warehouse. What is reserved stays reserved; a level is never taken away with what stands on it, but has nothing. A level that somebody
 * makes at the same moment gets what the file says.
 */
export const STOCK: SubjectStatements = {
  standing: `
    select ${ENTRY}, ${PLAIN}, trim_scale(level.stocked_quantity)::text as amount, 'portal' as source
    from inventory_level level join catalog_entry e on e.inventory_item_id = level.inventory_item_id
    where level.location_id = :id and level.deleted_at is null order by e.article_key, e.key`,
  unfilled: `
    select ${ENTRY}, ${PLAIN}, 'portal' as source
    from catalog_entry e
    where e.is_listed and e.inventory_item_id is not null and not exists (
      select from inventory_level level where level.inventory_item_id = e.inventory_item_id and level.location_id = :id and level.deleted_at is null)
    order by e.article_key, e.key`,
  state: `
    select md5(coalesce(string_agg(concat_ws(' ', inventory_item_id, trim_scale(stocked_quantity)), ',' order by inventory_item_id), '')) as state
    from inventory_level where location_id = :id and deleted_at is null`,
  lock: `select id from inventory_level where location_id = :subject_id and deleted_at is null order by id for update`,
  ready: [],
  put: [
    setLevels(IS_NEW, "r.new_amount"),
    `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
      incoming_quantity, raw_incoming_quantity)
    select kontor_id('ilev', kontor_id_time(now())), e.inventory_item_id, :subject_id, ${amounts("r.new_amount")},
      0, '{"value": "0", "precision": 20}', 0, '{"value": "0", "precision": 20}'
    from price_import_row r join catalog_entry e on e.key = r.entry_key
    where r.import_id = :id and ${IS_NEW} and not exists (
      select from inventory_level level where level.inventory_item_id = e.inventory_item_id and level.location_id = :subject_id and level.deleted_at is null)
    order by e.inventory_item_id
    on conflict (inventory_item_id, location_id) where deleted_at is null
      do update set stocked_quantity = excluded.stocked_quantity, raw_stocked_quantity = excluded.raw_stocked_quantity, updated_at = now()`,
  ],
  remove: [setLevels(IS_REMOVED, "0::numeric")],
  takeBack: [],
  putBack: [moveBack],
}

/** Products of the rows that no warehouse can know: Medusa counts none of them. */
export const WITHOUT_STOCK = `select key, null::int as row_key from catalog_entry where key = any(cast(:keys as int[])) and inventory_item_id is null`
