import { run, type LoadContext } from "../load-context"
import { ASPECTS } from "./digest-gate"

/**
 * Forgets what was said of things that were deleted here, or hangs on something that was: the ERP owns them, so its next word, though the
 * same, must bring them back. True when anything is remembered of the source.
 */
export async function forgetStaleDigests(load: LoadContext): Promise<boolean> {
  await run(load, FORGET_DELETED)
  await run(load, forgetAspect("price", "price_type", "price_type"))
  await run(load, forgetAspect("stock", "warehouse", "stock_location"))
  const { rows } = await run<{ found: boolean }>(load, `select exists (select from erp_digest where source = :source) as found`)
  return rows[0]?.found === true
}

/**
 * Remembers what was said of the things that this load has merged. An aspect in which something could not be resolved yet is forgotten
 * instead, so that the same words are read again when what they refer to may have come.
 */
export async function saveDigests(load: LoadContext): Promise<void> {
  const last = ASPECTS.map((aspect) => `(array_agg(${aspect} order by seq desc) filter (where ${aspect} is not null))[1] as ${aspect}`)
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
     from (select external_id, ${last.join(", ")} from stage_digest group by external_id) said order by said.external_id
     on conflict (source, external_id) do update set ${updated.join(", ")}`
  )
}

const FORGET_DELETED = `
  delete from erp_digest d
  using erp_mapping m
  where d.source = :source and m.source = :source and m.external_id = d.external_id and m.kind in ('product', 'offer')
    and m.internal_id in (
      select id from product where deleted_at is not null union all select id from product_variant where deleted_at is not null)`

const forgetAspect = (aspect: "price" | "stock", kind: string, table: string) => `
  update erp_digest d set ${aspect} = null
  where d.source = :source and d.${aspect} is not null and exists (
    select from erp_mapping m left join ${table} t on t.id = m.internal_id and t.deleted_at is null
    where m.source = :source and m.kind = '${kind}' and t.id is null)`
