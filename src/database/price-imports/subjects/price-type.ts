import { ENTRY, FILE_ROWS, IS_NEW, IS_REMOVED, type SubjectStatements, WAS_MADE, WAS_THERE } from "./subject"

/** Which of the units of `e` holds `p.coefficient` base units; not by a name that another unit has too, by which it would be read as that one. */
export const UNIT_OF_PRICE = `coalesce(
  (
    select u.name from sales_unit u where u.entry_key = e.key and u.coefficient = p.coefficient and (u.is_base or not exists (
        select from sales_unit other where other.entry_key = u.entry_key and lower(other.name) = lower(u.name) and other.coefficient <> u.coefficient))
    order by not u.is_base, u.code limit 1
  ),
  case when p.coefficient = 1 then 'шт' else '×' || trim_scale(p.coefficient) end)`

/** Plain prices of types and their tiers; a plain one is told from 0 on. */
export const TYPE_PRICES = `(
  select price_type_key, entry_key, 0::numeric as from_quantity, 1::numeric as coefficient, amount from type_price
  union all select price_type_key, entry_key, from_quantity, coefficient, amount from type_price_tier)`

const TYPE_KEY = "(select key from price_type where id = :subject_id)"
const IS_PLAIN = "r.from_quantity = 0"
const SAME_TIER = `p.price_type_key = ${TYPE_KEY} and p.entry_key = r.entry_key and p.from_quantity = r.from_quantity`

/** Writes plain prices and tiers of a type as the file has them, or as they were. */
const putPrices = (rows: string, { amount, coefficient }: { amount: string; coefficient: string }): string[] => [
  `insert into type_price (price_type_key, entry_key, amount)
  select ${TYPE_KEY}, r.entry_key, ${amount} ${FILE_ROWS} and ${rows} and ${IS_PLAIN} order by r.entry_key
  on conflict (price_type_key, entry_key) do update set amount = excluded.amount`,
  `insert into type_price_tier (price_type_key, entry_key, from_quantity, coefficient, amount)
  select ${TYPE_KEY}, r.entry_key, r.from_quantity, ${coefficient}, ${amount} ${FILE_ROWS} and ${rows} and not ${IS_PLAIN} order by r.entry_key, r.from_quantity
  on conflict (price_type_key, entry_key, from_quantity) do update set coefficient = excluded.coefficient, amount = excluded.amount`,
]

const removePrices = (rows: string): string[] => [
  `delete from type_price p using price_import_row r where ${rows} and ${IS_PLAIN} and p.price_type_key = ${TYPE_KEY} and p.entry_key = r.entry_key`,
  `delete from type_price_tier p using price_import_row r where ${rows} and not ${IS_PLAIN} and ${SAME_TIER}`,
]

/** What of the type stands otherwise now; of the retail type this is repeated in Medusa's own table, which has plain prices. */
export const CHANGED_TYPE_PRICES = `
  create temporary table load_price_change on commit drop as
  select p.price_type_key, p.entry_key, p.amount
  from price_import_row r join type_price p on p.price_type_key = ${TYPE_KEY} and p.entry_key = r.entry_key
  where r.import_id = :id and r.status <> 'problem' and ${IS_PLAIN}`

export const PRICE_TYPE: SubjectStatements = {
  standing: `
    select ${ENTRY}, trim_scale(p.from_quantity)::text as from_quantity, null as starts_on, null as ends_on, trim_scale(p.amount)::text as amount,
      trim_scale(p.coefficient)::text as coefficient, ${UNIT_OF_PRICE} as unit, t.source, null as document
    from price_type t join ${TYPE_PRICES} p on p.price_type_key = t.key join catalog_entry e on e.key = p.entry_key
    where t.id = :id order by e.article_key, e.key, p.from_quantity`,
  unfilled: `
    select ${ENTRY}, '0' as from_quantity, null as starts_on, null as ends_on, '1' as coefficient, ${UNIT_OF_PRICE} as unit, 'portal' as source, null as document
    from price_type t join catalog_entry e on e.is_listed and not exists (select from type_price p where p.price_type_key = t.key and p.entry_key = e.key)
    cross join (values (1::numeric)) p (coefficient)
    where t.id = :id order by e.article_key, e.key`,
  state: `
    select md5(coalesce(string_agg(concat_ws(' ', p.entry_key, p.from_quantity, p.coefficient, p.amount), ',' order by p.entry_key, p.from_quantity), '')) as state
    from price_type t join ${TYPE_PRICES} p on p.price_type_key = t.key where t.id = :id`,
  lock: `lock table type_price, type_price_tier in share row exclusive mode`,
  ready: [],
  put: putPrices(IS_NEW, { amount: "r.new_amount", coefficient: "r.coefficient" }),
  remove: removePrices(IS_REMOVED),
  takeBack: removePrices(WAS_MADE),
  putBack: putPrices(WAS_THERE, { amount: "r.old_amount", coefficient: "r.old_coefficient" }),
}
