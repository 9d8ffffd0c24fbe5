import { run, type LoadContext } from "./load-context"

/** Days for which it is remembered what an export held. */
const KEPT_DAYS = 7

/**
 * Remembers which products a catalogue package held, so that a guarded deactivation can tell what a whole export left out. One row a
 * package, and not a mark on each product: the same package again must write none of those. `hasMerged` when there were products to merge,
 * beside those that said nothing new.
 */
export async function recordSeen(load: LoadContext, runId: string, isFull: boolean, hasMerged: boolean): Promise<void> {
  await run(load, `delete from erp_seen where source = :source and seen_at < now() - interval '${KEPT_DAYS} days'`)
  await run(
    load,
    `insert into erp_seen (run_id, source, is_full, product_ids)
     select :runId, :source, :isFull, coalesce(array_agg(held.id), '{}')
     from (
       select m.internal_id as id from stage_seen s
       join erp_mapping m on m.source = :source and m.kind = 'product' and m.external_id = s.external_id
       ${hasMerged ? `union select id from load_product where not is_deleted` : ""}
     ) held`,
    { runId, isFull }
  )
}

/** The package of an earlier run came again: it held the same. */
export async function recordSeenAgain(load: LoadContext, runId: string, earlierRunId: string): Promise<void> {
  await run(
    load,
    `insert into erp_seen (run_id, source, is_full, product_ids)
     select :runId, source, is_full, product_ids from erp_seen where run_id = :earlierRunId`,
    { runId, earlierRunId }
  )
}
