import { run, type LoadContext } from "../load-context"
import { ASPECTS, type Aspect } from "./digest-gate"

/**
 * Forgets what was said of things that were deleted here, or hangs on something that was: the ERP owns them, so its next word, though the
 * same, must bring them back. True when anything is remembered of the source.
 */
export async function forgetStaleDigests(load: LoadContext): Promise<boolean> {
  await run(load, FORGET_DELETED)
  await run(load, forgetHangingOn({ kind: "group", table: "product_category", aspect: "product" }))
  await run(load, forgetHangingOn({ kind: "price_type", table: "price_type", aspect: "price" }))
  await run(load, forgetHangingOn({ kind: "warehouse", table: "stock_location", aspect: "stock" }))
  const { rows } = await run<{ found: boolean }>(load, `select exists (select from erp_digest where source = :source) as found`)
  return rows[0]?.found === true
}

/**
 * Remembers what was said of the things that this load has merged. An aspect in which something could not be resolved yet is forgotten
 * instead, so that the same words are read again when what they refer to may have come.
 */
export async function saveDigests(load: LoadContext): Promise<void> {
  const { rows } = await run<{ is_repeated: boolean }>(
    load,
    `select exists (select from stage_digest group by external_id having count(*) > 1) as is_repeated`
  )
  const inserted = ASPECTS.map((aspect) => (load.gaps.has(aspect) ? "null" : `said.${aspect}`))
  const updated = ASPECTS.map((aspect) =>
    load.gaps.has(aspect)
      ? `${aspect} = case when exists (select from stage_digest s where s.external_id = known.external_id and s.${aspect} is not null) then null else known.${aspect} end`
      : `${aspect} = coalesce(excluded.${aspect}, known.${aspect})`
  )
  await run(
    load,
    `insert into erp_digest as known (source, external_id, ${ASPECTS.join(", ")})
     select :source, said.external_id, ${inserted.map((value) => `${value}::uuid`).join(", ")}
     from (${rows[0]?.is_repeated ? LAST_SAID : ALL_SAID}) said order by said.external_id
     on conflict (source, external_id) do update set ${updated.join(", ")}`
  )
}

const ALL_SAID = `select external_id, ${ASPECTS.join(", ")} from stage_digest`

/** Of things that the package names at several places; finding the last word on each aspect takes as long as all the rest. */
const LAST_SAID = `
  select external_id, ${ASPECTS.map((aspect) => `(array_agg(${aspect} order by seq desc) filter (where ${aspect} is not null))[1] as ${aspect}`).join(", ")}
  from stage_digest group by external_id`

/**
 * What was deleted is few, and is found first. Left to itself the planner starts from the digests, of which it knows nothing while a
 * first export comes in portions, and compares each with each: a minute for 5,000 products.
 */
const FORGET_DELETED = `
  with gone as materialized (
    select m.external_id
    from (select id from product where deleted_at is not null union all select id from product_variant where deleted_at is not null) deleted
    join erp_mapping m on m.kind in ('product', 'offer') and m.internal_id = deleted.id and m.source = :source
  )
  delete from erp_digest d where d.source = :source and d.external_id in (select external_id from gone)`

/** The mapping goes too, so that this happens once; should the ERP not send the thing again, what refers to it has an issue. */
const forgetHangingOn = (on: { kind: "group" | "price_type" | "warehouse"; table: string; aspect: Aspect }) => `
  with gone as (
    delete from erp_mapping m
    where m.source = :source and m.kind = '${on.kind}'
      and not exists (select from ${on.table} t where t.id = m.internal_id and t.deleted_at is null)
    returning 1
  )
  update erp_digest d set ${on.aspect} = null where d.source = :source and d.${on.aspect} is not null and exists (select from gone)`
