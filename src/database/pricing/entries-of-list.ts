import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { arrayLiteral } from "../array-literal"
import { SIBLINGS } from "../loads/refresh-trait-entries"
import { entriesByArticles } from "../queries/entries-by-articles"

/** What became of the articles that a list was given by; those that are not found are left out of it. */
export interface ListedArticles {
  found: number
  unknown: string[]
  /** Several products have this article. */
  ambiguous: string[]
}

/** Keys of the entries that a rule lists by their articles, ascending. Throws INVALID_DATA with this code when none is known. */
export async function entriesOfList(db: Knex, asked: string[], code: string): Promise<{ list: number[]; articles: ListedArticles }> {
  const keys = new Set<number>()
  const articles: ListedArticles = { found: 0, unknown: [], ambiguous: [] }
  for (const [article, resolution] of await entriesByArticles(db, asked, null)) {
    if (resolution.outcome === "found" || resolution.outcome === "not_listed") {
      keys.add(resolution.entry.entry_key)
    } else {
      articles[resolution.outcome].push(article)
    }
  }
  articles.found = keys.size
  if (keys.size === 0) {
    const [first = "–"] = asked
    const message = `None of ${asked.length} articles is known, the first is ${first}: the list would be empty.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
  }
  return { list: [...keys].sort((a, b) => a - b), articles }
}

const WITH_CHARACTERISTICS = `
  select coalesce(array_agg(key order by key), '{}') as keys
  from (
    select unnest(cast(:keys as int[])) as key
    union
    select sibling.key from catalog_entry base ${SIBLINGS} where base.key = any (cast(:keys as int[]))
  ) named`

/** The same keys, ascending, and of each plain item those of its characteristics: what a rule says of the item it says of all of them. */
export async function withCharacteristics(db: Knex, keys: readonly number[]): Promise<number[]> {
  const { rows } = await db.raw<{ rows: { keys: number[] }[] }>(WITH_CHARACTERISTICS, { keys: arrayLiteral(keys) })
  return rows[0]?.keys ?? []
}

/** {@link entriesOfList} as a rule means it: {@link withCharacteristics}. */
export async function goodsOfRule(db: Knex, asked: string[], code: string): Promise<{ list: number[]; articles: ListedArticles }> {
  const { list, articles } = await entriesOfList(db, asked, code)
  return { list: await withCharacteristics(db, list), articles }
}
