import { count, run, type LoadContext } from "../load-context"

/** Products tell their properties in words: after a renaming they must be read again, though they themselves say the same. */
async function forgetProductDigests(load: LoadContext): Promise<void> {
  await run(load, `update erp_digest set product = null where source = :source and product is not null`)
}

/** Names of properties and of their values; products of later packages refer to them. */
export async function mergeProperties(load: LoadContext): Promise<void> {
  await mergeNames(load, { stage: "stage_property", table: "erp_property", column: "name", kind: "properties" })
  await mergeNames(load, { stage: "stage_property_value", table: "erp_property_value", column: "value", kind: "property_values" })
}

async function mergeNames(load: LoadContext, names: { stage: string; table: string; column: string; kind: string }): Promise<void> {
  const { stage, table, column, kind } = names
  const created = await run(
    load,
    `insert into ${table} (source, external_id, ${column})
     select :source, s.external_id, s.record ->> '${column}' from ${stage} s
     where not exists (select from ${table} t where t.source = :source and t.external_id = s.external_id)
     order by s.external_id`
  )
  const updated = await run(
    load,
    `update ${table} t set ${column} = s.record ->> '${column}' from ${stage} s
     where t.source = :source and t.external_id = s.external_id and t.${column} is distinct from s.record ->> '${column}'`
  )
  if (updated.rowCount > 0) {
    await forgetProductDigests(load)
  }
  if (created.rowCount > 0) {
    // Left to think that the table is empty, the planner compares each value of each product with all of it.
    await run(load, `analyze ${table}`)
  }
  count(load, kind, { created: created.rowCount, updated: updated.rowCount })
}
