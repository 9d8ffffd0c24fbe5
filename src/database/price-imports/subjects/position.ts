import { ENTRY, IS_NEW, IS_REMOVED, PLAIN, type SubjectStatements, WAS_MADE, WAS_THERE } from "./subject"

/** A product is told by one of its entries: a listed one, the oldest. */
const ONE_OF = (productId: string) =>
  `select * from catalog_entry c where c.product_id = ${productId} order by not c.is_listed, c.key limit 1`

const putNumbers = (rows: string, number: string) => `
  insert into product_position (product_id, position)
  select e.product_id, ${number}::int from price_import_row r join catalog_entry e on e.key = r.entry_key
  where r.import_id = :id and ${rows} and e.product_id is not null order by e.product_id
  on conflict (product_id) do update set position = excluded.position`

const removeNumbers = (rows: string) =>
  `delete from product_position p using price_import_row r, catalog_entry e where ${rows} and e.key = r.entry_key and p.product_id = e.product_id`

/** Sort numbers that the staff gives to products; those of the ERP stand behind them. */
export const POSITION: SubjectStatements = {
  standing: `
    select ${ENTRY}, ${PLAIN}, p.position::text as amount, 'portal' as source
    from product_position p cross join lateral (${ONE_OF("p.product_id")}) e order by p.position, e.key`,
  unfilled: `
    select ${ENTRY}, ${PLAIN}, 'portal' as source, e.position::text as now
    from (
      select distinct on (c.product_id) c.* from catalog_entry c
      where c.is_listed and c.product_id is not null and not exists (select from product_position p where p.product_id = c.product_id)
      order by c.product_id, c.key
    ) e
    order by e.position nulls last, e.key`,
  state: `
    select md5(coalesce(string_agg(concat_ws(' ', product_id, position), ',' order by product_id), '')) as state from product_position`,
  lock: `lock table product_position in share row exclusive mode`,
  ready: [],
  put: [putNumbers(IS_NEW, "r.new_amount")],
  remove: [removeNumbers(IS_REMOVED)],
  takeBack: [removeNumbers(WAS_MADE)],
  putBack: [putNumbers(WAS_THERE, "r.old_amount")],
}

/** Whose entries are to be brought up to date. */
export const REPOSITIONED = `
  select distinct e.product_id from price_import_row r join catalog_entry e on e.key = r.entry_key
  where r.import_id = :id and r.status <> 'problem' and e.product_id is not null`

/** The entry that tells the product of each row; null where it is none of a product. */
export const TOLD_BY = `
  select e.key, one.key as row_key from catalog_entry e left join lateral (${ONE_OF("e.product_id")}) one on true where e.key = any(cast(:keys as int[]))`
