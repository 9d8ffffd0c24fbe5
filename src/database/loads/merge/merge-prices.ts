import { noteGaps, noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"

/**
 * Prices of all types. References are resolved once each, not once a price; prices are brought to the base unit; only rows that differ
 * are written, in key order, since that is how the table is read.
 */
export async function mergePrices(load: LoadContext): Promise<void> {
  await run(load, RESOLVE_OFFERS)
  await run(load, `analyze load_price_offer`)
  await noteRefusedPrices(load)
  await run(load, `analyze load_price_type_ref`)
  const { rows } = await run<{ found: boolean }>(load, HAS_STANDING)
  await run(load, rows[0]?.found ? CHANGED_PRICES : NEW_PRICES)
  await run(load, `analyze load_price_change`)
  const updated = await run(load, UPDATE_PRICES)
  const created = await run(load, INSERT_PRICES)
  count(load, "prices", { created: created.rowCount, updated: updated.rowCount })
}

/** Finds the price types that the package has prices of, and in their currency; it is the newest word on each, also after that of a clock that ran ahead. One without a date leaves their `as_of`. */
export async function resolvePriceTypes(load: LoadContext, formedAt: Date | null): Promise<void> {
  await run(load, RESOLVE_TYPES)
  if (formedAt) {
    await run(
      load,
      `update price_type t set as_of = :formedAt
       where t.key in (select price_type_key from load_price_type_ref) and (t.as_of is null or t.as_of < :formedAt or t.as_of > now())`,
      { formedAt }
    )
  }
}

const RESOLVE_OFFERS = `
  create temporary table load_price_offer on commit drop as
  select r.ref, r.external_id, e.key as entry_key
  from stage_offer_ref r
  left join erp_mapping m on m.source = :source and m.kind = 'offer' and m.external_id = r.external_id
  left join catalog_entry e on e.variant_id = m.internal_id`

const RESOLVE_TYPES = `
  create temporary table load_price_type_ref on commit drop as
  select r.ref, r.external_id, case when r.currency_code <> lower(t.currency_code) then null else t.key end as price_type_key,
    case when r.currency_code <> lower(t.currency_code) then r.currency_code end as other_currency, t.name, lower(t.currency_code) as currency_code
  from stage_price_type_ref r
  left join erp_mapping m on m.source = :source and m.kind = 'price_type' and m.external_id = r.external_id
  left join price_type t on t.id = m.internal_id and t.deleted_at is null`

async function noteRefusedPrices(load: LoadContext): Promise<void> {
  await noteGaps(
    load,
    "price",
    `select 'warning' as severity, 'price_type_unknown' as code, 'Price type ' || t.external_id || ' is unknown; its prices are skipped.' as message,
       t.external_id as subject
     from (select distinct external_id from load_price_type_ref where price_type_key is null and other_currency is null) t`
  )
  const { rows } = await run<{ found: boolean }>(
    load,
    `select exists (select from load_price_type_ref where other_currency is not null) as found`
  )
  if (rows[0]?.found) {
    await noteGaps(load, "price", OTHER_CURRENCY)
  }
  await noteGaps(
    load,
    "price",
    `select 'warning' as severity, 'price_offer_unknown' as code, 'No product or offer ' || o.external_id || ' is known; its prices are skipped.' as message,
       o.external_id as subject
     from (select distinct external_id from load_price_offer o where entry_key is null and exists (select from stage_price p where p.offer_ref = o.ref)) o`
  )
  await noteIssues(
    load,
    `select 'warning' as severity, 'price_invalid' as code,
       'Price ' || p.amount || ' per ' || p.coefficient || ' base units is skipped: the amount must not be negative and the coefficient positive.' as message,
       o.external_id as subject
     from stage_price p join load_price_offer o on o.ref = p.offer_ref where p.amount < 0 or p.coefficient <= 0`
  )
}

/** They would become money of the currency of their type. */
const OTHER_CURRENCY = `
  select 'error' as severity, 'price_currency_differs' as code,
    'The price ' || p.amount || ' ' || upper(t.other_currency) || ' of ' || coalesce(e.article, o.external_id) || ' in the price type «' || t.name
      || '» is skipped: the prices of the type are in ' || upper(t.currency_code) || '.' as message,
    o.external_id as subject
  from load_price_type_ref t
  join (select seq, offer_ref, type_ref, amount from stage_price union all select seq, offer_ref, type_ref, amount from stage_price_tier) p on p.type_ref = t.ref
  join load_price_offer o on o.ref = p.offer_ref
  left join catalog_entry e on e.key = o.entry_key
  where t.other_currency is not null
  order by p.seq`

/** Keys of entries that lie no further apart are looked at together. */
const STRETCH_GAP = 16

/**
 * Whether there may be a price already of these types, of an entry whose key lies among those of the package: goods that came together have keys in
 * a few stretches. Of goods that never had a price, comparing would read all prices that there are. `lateral` and the order prescribe the way: by
 * the key.
 */
const HAS_STANDING = `
  with entry as materialized (select distinct entry_key as key from load_price_offer where entry_key is not null),
  stretch as materialized (
    select min(key) as first, max(key) as last
    from (
      select key, count(*) filter (where is_apart) over (order by key) as place
      from (select key, key - lag(key) over (order by key) > ${STRETCH_GAP} as is_apart from entry) e
    ) placed
    group by place
  )
  select exists (
    select from stretch s cross join load_price_type_ref t
    cross join lateral (
      select from type_price p where p.price_type_key = t.price_type_key and p.entry_key between s.first and s.last
      order by p.price_type_key, p.entry_key limit 1
    ) standing
  ) as found`

/** The last price said of each. The cast rounds; nearly all are per base unit, and dividing takes its time. */
const SAID_PRICES = `
    select distinct on (t.price_type_key, o.entry_key) t.price_type_key, o.entry_key,
      (case when p.coefficient = 1 then p.amount else p.amount / p.coefficient end)::numeric(20, 6) as amount
    from stage_price p
    join load_price_offer o on o.ref = p.offer_ref
    join load_price_type_ref t on t.ref = p.type_ref
    where o.entry_key is not null and t.price_type_key is not null and p.amount >= 0 and p.coefficient > 0
    order by t.price_type_key, o.entry_key, p.seq desc`

/** Prices that differ from what is stored. */
const CHANGED_PRICES = `
  create temporary table load_price_change on commit drop as
  select said.price_type_key, said.entry_key, said.amount, known.entry_key is null as is_new
  from (${SAID_PRICES}) said
  left join type_price known on known.price_type_key = said.price_type_key and known.entry_key = said.entry_key
  where known.amount is distinct from said.amount
  order by said.price_type_key, said.entry_key`

const NEW_PRICES = `
  create temporary table load_price_change on commit drop as
  select said.price_type_key, said.entry_key, said.amount, true as is_new from (${SAID_PRICES}) said`

const UPDATE_PRICES = `
  update type_price t set amount = c.amount from load_price_change c
  where not c.is_new and t.price_type_key = c.price_type_key and t.entry_key = c.entry_key`

/** In the order of the temporary table, which is that of the key. */
const INSERT_PRICES = `
  insert into type_price (price_type_key, entry_key, amount)
  select price_type_key, entry_key, amount from load_price_change where is_new`
