import { hash } from "node:crypto"
import type { ErpRecord } from "@kontor/framework"
import { count, run, type LoadContext } from "./load-context"
import { ASPECTS, MERGE_VERSION } from "./stage/digest-gate"
import type { PackageMemo } from "./stage/package-memo"
import type { StageTables } from "./stage/stage-tables"

/** Deliveries are repeated within minutes or hours; what is older is read anew, so that no fault of an older reader lives on. */
const KEPT_HOURS = 24

/** What is kept of a package that was applied. */
export interface KnownPackage {
  run_id: string
  /** Records of products, offers, prices and stock that it had, by the names under which runs report them. */
  received: Record<string, number>
  /** All its other records. */
  records: ErpRecord[]
  price_type_ids: string[]
}

/** Names the bytes of a package together with the settings under which they are read. */
export function packageFingerprint(load: LoadContext, sha256: string): string {
  return hash("sha256", JSON.stringify([sha256, MERGE_VERSION, load.options]), "hex")
}

/**
 * The package, if these very bytes were applied before and all that they say of goods stands as they said it: nothing has been said
 * otherwise since, deleted or edited here.
 */
export async function recallPackage(load: LoadContext, fingerprint: string): Promise<KnownPackage | null> {
  const { rows } = await run<KnownPackage>(
    load,
    `select p.run_id, p.received, p.records, p.price_type_ids from erp_package p
     where p.source = :source and p.fingerprint = :fingerprint and p.applied_at > now() - interval '${KEPT_HOURS} hours'
       and p.state = (select ${stateIn("p.aspects")} from ${digestsOf("p.external_ids")})`,
    { fingerprint }
  )
  return rows[0] ?? null
}

/** Keeps what {@link recallPackage} needs, after the digests of this load were saved. */
export async function rememberPackage(load: LoadContext, fingerprint: string, memo: PackageMemo, runId: string): Promise<void> {
  await run(load, `delete from erp_package where source = :source and applied_at < now() - interval '${KEPT_HOURS} hours'`)
  await run(
    load,
    `insert into erp_package (source, fingerprint, run_id, received, records, price_type_ids, external_ids, aspects, state)
     select :source, :fingerprint, :runId, :received, :records, :priceTypes, :ids::text[], :aspects::text[], ${stateIn(":aspects::text[]")}
     from ${digestsOf(":ids::text[]")}
     on conflict (source, fingerprint) do update set run_id = excluded.run_id, applied_at = excluded.applied_at, received = excluded.received,
       records = excluded.records, price_type_ids = excluded.price_type_ids, external_ids = excluded.external_ids,
       aspects = excluded.aspects, state = excluded.state`,
    {
      fingerprint,
      runId,
      received: JSON.stringify(memo.received),
      records: JSON.stringify(memo.records),
      priceTypes: memo.priceTypeIds,
      ids: memo.externalIds,
      aspects: memo.aspects,
    }
  )
}

/** Does for a known package what reading its goods again would do: counts them, and notes of which price types it has prices. */
export async function stageKnown(load: LoadContext, tables: StageTables, known: KnownPackage): Promise<void> {
  for (const [name, received] of Object.entries(known.received)) {
    count(load, name, { received })
  }
  await tables.make("stage_price_type_ref")
  await run(
    load,
    `insert into stage_price_type_ref (ref, external_id) select position, id from unnest(:ids::text[]) with ordinality as known (id, position)`,
    { ids: known.price_type_ids }
  )
}

/** What was said of each thing in the aspects of which the package tells, digested together; that nothing is known of one counts too. */
const stateIn = (aspects: string) => {
  const said = ASPECTS.map((aspect) => `case when '${aspect}' = any(${aspects}) then coalesce(d.${aspect}::text, '') end`)
  return `md5(coalesce(string_agg(concat_ws(',', ${said.join(", ")}), ';' order by asked.position), ''))::uuid`
}

/** Each is looked up by the key, which `lateral` with a limit prescribes, whatever the planner believes of the table. */
const digestsOf = (ids: string) => `unnest(${ids}) with ordinality as asked (external_id, position)
  left join lateral (select * from erp_digest where source = :source and external_id = asked.external_id limit 1) d on true`
