import { readFileSync, writeFileSync } from "node:fs"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { beginLoad } from "../../src/database/loads/begin-load"
import { run, type LoadContext } from "../../src/database/loads/load-context"
import { mergePrices, resolvePriceTypes } from "../../src/database/loads/merge/merge-prices"
import { settleStage, StageTables } from "../../src/database/loads/stage/stage-tables"

const Input = z
  .object({
    /** Whose goods get the prices. */
    source: z.string(),
    prices: z.number().int().min(1).max(10_000_000),
  })
  .strict()

/** One merge of all the prices. */
interface Merge {
  name: "new" | "unchanged" | "changed"
  seconds: number
  /** Milliseconds since the epoch. */
  began_at: number
  ended_at: number
  /** Written to PostgreSQL's log between the first statement and the commit. */
  wal_megabytes: number
  rows_written: number
}

/** Ids in the ERP, and ids here, of the price types that exist for the measurement alone. */
const TYPE_PREFIX = "bench-merge-"
const STAGED = new Set(["stage_offer_ref", "stage_price_type_ref", "stage_price"])

/**
 * Times the merge of many staged prices: all new, all as they were, all changed. They are put straight into the stage tables, of price
 * types of their own, which go again at the end. Run by `medusa exec` with the paths of the input and of the output.
 */
export default async function mergeManyPrices({ container, args }: ExecArgs): Promise<void> {
  const [inputPath = "", outputPath = ""] = args
  const input = Input.parse(JSON.parse(readFileSync(inputPath, "utf8")))
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    const types = await makeTypes(db, input)
    const merges: Merge[] = []
    for (const [name, shift] of [
      ["new", 0],
      ["unchanged", 0],
      ["changed", 1],
    ] as const) {
      merges.push(await timeMerge(db, { ...input, types, name, shift }))
    }
    writeFileSync(outputPath, JSON.stringify(merges))
  } finally {
    await removeTypes(db)
  }
}

/** As many price types as it takes for every offer of the source to have a price in each. */
async function makeTypes(db: Knex, { source, prices }: z.infer<typeof Input>): Promise<number> {
  const { rows } = (await db.raw(`select count(*)::int as offers from erp_mapping where source = :source and kind = 'offer'`, {
    source,
  })) as {
    rows: { offers: number }[]
  }
  const types = Math.ceil(prices / Math.max(1, rows[0]?.offers ?? 0))
  await db.raw(
    `insert into price_type (id, name, currency_code)
     select :prefix || i, :prefix || i, 'rub' from generate_series(1, :types) i`,
    { prefix: TYPE_PREFIX, types }
  )
  await db.raw(
    `insert into erp_mapping (source, kind, external_id, internal_id) select :source, 'price_type', id, id from price_type where id like :prefix || '%'`,
    { prefix: TYPE_PREFIX, source }
  )
  return types
}

async function removeTypes(db: Knex): Promise<void> {
  const bindings = { prefix: TYPE_PREFIX }
  await db.raw(`delete from type_price p using price_type t where t.key = p.price_type_key and t.id like :prefix || '%'`, bindings)
  await db.raw(`delete from erp_mapping where kind = 'price_type' and internal_id like :prefix || '%'`, bindings)
  await db.raw(`delete from price_type where id like :prefix || '%'`, bindings)
}

async function timeMerge(db: Knex, merge: z.infer<typeof Input> & { types: number; name: Merge["name"]; shift: number }): Promise<Merge> {
  const trx = await db.transaction()
  const load = await beginLoad(trx, {
    source: merge.source,
    runId: `bench_${merge.name}`,
    receivedAt: new Date(),
    defaults: { sales_channel_id: "", shipping_profile_id: "" },
    options: {
      retailPriceTypeName: "",
      multiplicityRequisites: [],
      minimumRequisites: [],
      positionRequisites: [],
      defaultWarehouseName: "",
      timeZone: "UTC",
    },
  })
  const tables = new StageTables(load)
  await tables.begin()
  await tables.make("stage_price")
  await stagePrices(load, merge)
  const walBefore = await walPosition(db)
  const began_at = Date.now()
  await settleStage(load, STAGED)
  await resolvePriceTypes(load, null)
  await mergePrices(load)
  await trx.commit()
  const ended_at = Date.now()
  const { created = 0, updated = 0 } = load.counts["prices"] ?? {}
  return {
    name: merge.name,
    seconds: (ended_at - began_at) / 1000,
    began_at,
    ended_at,
    wal_megabytes: ((await walPosition(db)) - walBefore) / 1e6,
    rows_written: created + updated,
  }
}

/** In the order in which a package names them: offer by offer. */
async function stagePrices(load: LoadContext, { types, prices, shift }: { types: number; prices: number; shift: number }): Promise<void> {
  await run(
    load,
    `insert into stage_offer_ref (ref, external_id)
     select row_number() over (order by m.external_id), m.external_id
     from erp_mapping m join catalog_entry e on e.variant_id = m.internal_id where m.source = :source and m.kind = 'offer'`
  )
  await run(load, `insert into stage_price_type_ref (ref, external_id) select i, :prefix || i from generate_series(1, :types) i`, {
    prefix: TYPE_PREFIX,
    types,
  })
  await run(
    load,
    `insert into stage_price (seq, offer_ref, type_ref, amount, coefficient)
     select row_number() over (order by o.ref, t.ref), o.ref, t.ref, (o.ref::bigint * 7919 + t.ref * 104729) % 1000000 / 100.0 + :shift, 1
     from stage_offer_ref o cross join stage_price_type_ref t order by o.ref, t.ref limit :prices`,
    { prices, shift }
  )
}

async function walPosition(db: Knex): Promise<number> {
  const { rows } = (await db.raw(`select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as bytes`)) as { rows: { bytes: string }[] }
  return Number(rows[0]?.bytes ?? 0)
}
