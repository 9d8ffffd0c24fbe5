import { run, type LoadContext } from "../load-context"

/**
 * Forgets the digests of things that were deleted here or hang on something that was: the ERP owns them, so its next word, though the
 * same, must bring them back.
 */
export async function forgetStaleDigests(load: LoadContext): Promise<void> {
  await run(
    load,
    `delete from erp_digest d
     using erp_mapping m
     where d.source = :source and m.source = :source and m.external_id = d.external_id and m.kind in ('product', 'offer')
       and m.internal_id in (
         select id from product where deleted_at is not null union all select id from product_variant where deleted_at is not null)`
  )
  await run(
    load,
    `delete from erp_digest d
     where d.source = :source and (
       d.kind = 'price' and exists (select from erp_mapping m left join price_type t on t.id = m.internal_id and t.deleted_at is null
         where m.source = :source and m.kind = 'price_type' and t.id is null)
       or d.kind = 'stock' and exists (select from erp_mapping m left join stock_location t on t.id = m.internal_id and t.deleted_at is null
         where m.source = :source and m.kind = 'warehouse' and t.id is null))`
  )
}

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
