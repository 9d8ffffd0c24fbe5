import { writeFileSync } from "node:fs"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refreshCatalogEntries } from "../../src/database/loads/refresh-catalog-entries"
import { rebuildCatalog } from "../../src/database/loads/rebuild-catalog"
import { catalogPageKeys } from "../../src/database/queries/catalog-page-keys"
import { type EntryChoice, resolveChoice, correctedChoice } from "../../src/database/queries/entry-choice"
import { foundFacets } from "../../src/database/queries/found-facets"
import { suggestions } from "../../src/database/queries/suggestions"

/** Texts with errors, under the other layout, in other forms, of articles and of barcodes. */
const TEXTS = [
  "шурупаверт акумуляторный",
  "дерль ударная",
  "lhtkm",
  "накидных ключей",
  "перфаратор",
  "A-00012",
  "4600000000777",
  "саморезы кровельные",
]
const TYPED = ["др", "дрел", "дрель уд", "шурупав", "a-0001", "перч", "клю", "круг алм"]

const CHANGED = 1_000

/**
 * Times the search inside a process of Kontor, without HTTP, over a world of goods in Medusa's own tables, of which it makes the catalogue first. Run
 * by `medusa exec` with the path of the output.
 */
export default async function search({ container, args }: ExecArgs): Promise<void> {
  const [outputPath = ""] = args
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await rebuildCatalog(db)
  await db.raw("vacuum (analyze)")
  const properties = await chosenOften(db)
  const within = (category_id: string | null, chosen = properties) => choose("", category_id, chosen)
  writeFileSync(
    outputPath,
    JSON.stringify({
      texts: await times(40, 200, (turn) => searched(db, TEXTS[turn % TEXTS.length] ?? "")),
      suggestions: await times(40, 200, (turn) =>
        suggestions(db, { q: TYPED[turn % TYPED.length] ?? "", sight: null, legal_entity_id: "nobody" })
      ),
      facets_category: await times(10, 60, (turn) => foundFacets(db, within(`m${1 + (turn % 72)}`))),
      facets_root: await times(3, 30, () => foundFacets(db, within(null))),
      facets_root_kept: await times(3, 30, () => foundFacets(db, within(null, {}))),
      rebuild: await times(0, 3, () => rebuildCatalog(db)),
      changed: await times(1, 5, (turn) => change(db, turn)),
    })
  )
}

const choose = (q: string, category_id: string | null, properties: EntryChoice["properties"]): EntryChoice => {
  return { q, category_id, properties, sight: null, legal_entity_id: null }
}

/** Two colours, which a sixth of the goods has. */
async function chosenOften(db: Knex): Promise<EntryChoice["properties"]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(`select id from catalog_property where name = 'Цвет'`)
  return Object.fromEntries(rows.map(({ id }) => [id, { values: ["красный", "синий"] }]))
}

/** One page of keys, after the text has been corrected if it finds nothing. */
async function searched(db: Knex, q: string): Promise<unknown> {
  const choice = await resolveChoice(db, choose(q, null, {}))
  const keysOf = ({ chosen: _, ...filter }: typeof choice) => catalogPageKeys(db, { ...filter, sort: "relevance", limit: 24, offset: 0 })
  const found = await keysOf(choice)
  const meant = found?.total === 0 ? await correctedChoice(db, choice) : null
  return meant ? keysOf(meant) : found
}

/** As a load does with goods whose names and properties are others than before. */
async function change(db: Knex, turn: number): Promise<unknown> {
  return db.transaction(async (trx) => {
    await trx.raw(
      `update product set title = title || ' новинка', metadata = jsonb_set(metadata, '{properties,0,value}', to_jsonb('цвет ' || ?::int))
       where id in (select 'prod' || i from generate_series(?::int, ?::int) i)`,
      [turn, turn * CHANGED + 1, (turn + 1) * CHANGED]
    )
    const productIds = Array.from({ length: CHANGED }, (_, index) => `prod${turn * CHANGED + index + 1}`)
    return refreshCatalogEntries(trx, { productIds })
  })
}

/** Milliseconds of each of `count` calls, after some that are not counted. */
async function times(warmUp: number, count: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const measured: number[] = []
  for (let turn = 0; turn < warmUp + count; turn++) {
    const begun = performance.now()
    await work(turn)
    if (turn >= warmUp) {
      measured.push(performance.now() - begun)
    }
  }
  return measured
}
