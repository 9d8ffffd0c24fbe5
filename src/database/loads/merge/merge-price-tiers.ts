import { noteGaps, noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"

/** Comes after all that was staged: PostgreSQL's largest int. */
const LAST = 2_147_483_647

/** Base units from which a staged row holds: told, or one full unit. */
const FROM = "coalesce(s.from_quantity, s.coefficient)"

/** What the table holds once it is rounded to it. */
const IS_VALID = `(s.amount >= 0 and round(s.amount, 6) < 1e14 and round(s.coefficient, 6) > 0 and round(s.coefficient, 6) < 1e12
  and round(${FROM}, 6) > 0 and round(${FROM}, 6) < 1e12)`

/**
 * A type that tells prices of an offer by unit alone, none of the base unit: that of the smallest unit is its plain price, brought to the base
 * unit, whatever the quantity. So an ERP that keeps one price for each product may keep it for a pack.
 */
export async function promotePlainPrices(load: LoadContext): Promise<void> {
  await run(load, PROMOTE)
}

/**
 * Prices of types by unit and quantity, after the plain ones, whose offers and types are resolved. What a package says of the prices that a type
 * has of an offer is all of them: tiers that it does not name are gone. Only rows that differ are written.
 */
export async function mergePriceTiers(load: LoadContext): Promise<void> {
  await noteGaps(load, "price", UNKNOWN_OFFERS)
  await noteIssues(load, REFUSED)
  await run(load, WANTED)
  const withdrawn = (await hasTiers(load)) ? await run(load, REMOVE_UNNAMED) : { rowCount: 0 }
  const updated = await run(load, UPDATE)
  const created = await run(load, INSERT)
  if (withdrawn.rowCount + updated.rowCount + created.rowCount > 0) {
    count(load, "price_tiers", { created: created.rowCount, updated: updated.rowCount, deleted: withdrawn.rowCount })
  }
}

/** Whether any of the types had tiers before: to find out which were told of takes as long as reading all staged prices. */
async function hasTiers(load: LoadContext): Promise<boolean> {
  const { rows } = await run<{ has: boolean }>(load, HAS_TIERS)
  return rows[0]?.has ?? false
}

const HAS_TIERS = `
  select exists (
    select from load_price_type_ref r
    where (select true from type_price_tier t where t.price_type_key = r.price_type_key order by t.entry_key limit 1)
  ) as has`

const PROMOTE = `
  with tiered as (
    select ref, external_id as type_id from stage_price_type_ref where external_id in (
      select r.external_id from stage_price_type_ref r where r.ref in (select type_ref from stage_price_tier))
  ),
  priced as (
    select distinct o.external_id, t.type_id from stage_price p join tiered t on t.ref = p.type_ref join stage_offer_ref o on o.ref = p.offer_ref
  ),
  plain as materialized (
    select s.seq, s.offer_ref, s.type_ref, s.amount, s.coefficient, o.external_id, t.type_id,
      rank() over (partition by o.external_id, t.type_id order by s.coefficient <> 1, s.coefficient) as place
    from stage_price_tier s join tiered t on t.ref = s.type_ref join stage_offer_ref o on o.ref = s.offer_ref
    left join priced on priced.external_id = o.external_id and priced.type_id = t.type_id
    where s.from_quantity is null and ${IS_VALID} and priced.external_id is null
  ),
  gone as (delete from stage_price_tier s using plain where s.seq = plain.seq and plain.place = 1)
  insert into stage_price (seq, offer_ref, type_ref, amount, coefficient)
  select distinct on (external_id, type_id) ${LAST}, offer_ref, type_ref, amount, coefficient
  from plain where place = 1 order by external_id, type_id, seq desc`

/** Those that have a plain price are noted with it. */
const UNKNOWN_OFFERS = `
  select 'warning' as severity, 'price_offer_unknown' as code, 'No product or offer ' || o.external_id || ' is known; its prices are skipped.' as message,
    o.external_id as subject
  from (
    select distinct external_id from load_price_offer o where entry_key is null
      and exists (select from stage_price_tier s where s.offer_ref = o.ref) and not exists (select from stage_price p where p.offer_ref = o.ref)
  ) o`

const REFUSED = `
  select 'warning' as severity, 'price_invalid' as code,
    'Price ' || s.amount || ' per ' || s.coefficient || ' base units from ' || ${FROM} || ' on is skipped: amount, unit or quantity cannot be right.' as message,
    o.external_id as subject
  from stage_price_tier s join load_price_offer o on o.ref = s.offer_ref where not ${IS_VALID}`

/** Of those that begin alike the one of the greater unit, then the one said last. In key order, as the table is read. */
const WANTED = `
  create temporary table load_price_tier on commit drop as
  select distinct on (t.price_type_key, o.entry_key, ${FROM}::numeric(18, 6)) t.price_type_key, o.entry_key, ${FROM}::numeric(18, 6) as from_quantity,
    s.coefficient::numeric(18, 6) as coefficient, s.amount::numeric(20, 6) as amount
  from stage_price_tier s
  join load_price_offer o on o.ref = s.offer_ref
  join load_price_type_ref t on t.ref = s.type_ref
  where o.entry_key is not null and t.price_type_key is not null and ${IS_VALID}
  order by t.price_type_key, o.entry_key, ${FROM}::numeric(18, 6), s.coefficient desc, s.seq desc`

const SAME = "w.price_type_key = t.price_type_key and w.entry_key = t.entry_key and w.from_quantity = t.from_quantity"

const REMOVE_UNNAMED = `
  delete from type_price_tier t
  using (select type_ref, offer_ref from stage_price union all select type_ref, offer_ref from stage_price_tier) said
  join load_price_type_ref r on r.ref = said.type_ref
  join load_price_offer o on o.ref = said.offer_ref
  where t.price_type_key = r.price_type_key and t.entry_key = o.entry_key and not exists (select from load_price_tier w where ${SAME})`

const UPDATE = `
  update type_price_tier t set coefficient = w.coefficient, amount = w.amount from load_price_tier w
  where ${SAME} and (t.coefficient, t.amount) is distinct from (w.coefficient, w.amount)`

const INSERT = `
  insert into type_price_tier (price_type_key, entry_key, from_quantity, coefficient, amount)
  select w.price_type_key, w.entry_key, w.from_quantity, w.coefficient, w.amount
  from load_price_tier w where not exists (select from type_price_tier t where ${SAME})
  order by w.price_type_key, w.entry_key, w.from_quantity`
