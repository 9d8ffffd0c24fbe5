import { run, type LoadContext } from "../load-context"
import type { Aspect } from "./digest-gate"

/**
 * Forgets the digests of things that were deleted here or hang on something that was: the ERP owns them, so its next word, though the
 * same, must bring them back.
 */
export async function forgetStaleDigests(load: LoadContext): Promise<void> {
  await run(load, FORGET_DELETED)
  await run(load, forgetHangingOn({ kind: "group", table: "product_category", aspect: "product" }))
  await run(load, forgetHangingOn({ kind: "price_type", table: "price_type", aspect: "price" }))
  await run(load, forgetHangingOn({ kind: "warehouse", table: "stock_location", aspect: "stock" }))
}

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
  delete from erp_digest d
  where d.source = :source and d.kind in ('product', 'offer', 'price', 'stock') and d.external_id in (select external_id from gone)`

/** The mapping goes too, so that this happens once; should the ERP not send the thing again, what refers to it has an issue. */
const forgetHangingOn = (on: { kind: "group" | "price_type" | "warehouse"; table: string; aspect: Aspect }) => `
  with gone as (
    delete from erp_mapping m
    where m.source = :source and m.kind = '${on.kind}'
      and not exists (select from ${on.table} t where t.id = m.internal_id and t.deleted_at is null)
    returning 1
  )
  delete from erp_digest d where d.source = :source and d.kind = '${on.aspect}' and exists (select from gone)`

/**
 * Remembers what was said of the things that this load has merged. An aspect in which something could not be resolved yet is forgotten
 * instead, so that the same words are read again when what they refer to may have come.
 */
export async function saveDigests(load: LoadContext): Promise<void> {
  await run(load, `analyze stage_digest`)
  await run(
    load,
    `delete from erp_digest d using stage_digest s
     where d.source = :source and d.kind = s.kind and d.external_id = s.external_id and s.kind = any(:gaps::text[])`,
    { gaps: [...load.gaps] }
  )
  await run(
    load,
    `insert into erp_digest as known (source, kind, external_id, digest)
     select distinct on (kind, external_id) :source, kind, external_id, digest from stage_digest
     where kind <> all(:gaps::text[]) order by kind, external_id, seq desc
     on conflict (source, kind, external_id) do update set digest = excluded.digest`,
    { gaps: [...load.gaps] }
  )
}
