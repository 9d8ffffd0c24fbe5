import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Entries of a page in order, and the state of the catalogue in which they were found (`CATALOG_VERSION`). */
export interface RememberedPage {
  version: string
  keys: readonly number[]
}

/** Of a database; of 24 entries one takes some 400 bytes. */
const PAGES_MAX = 5_000

const memories = new WeakMap<object, Map<string, RememberedPage>>()

/**
 * Pages that whoever sees the whole catalogue has found in the places that are dear to reach: goods of a category, which are gathered and sorted, and what
 * lies far behind. The statement that is handed one uses it only while the catalogue is in the state in which it was found, which it sees in the same moment
 * as all else; so none is ever out of date, and none needs to be forgotten. A transaction has none: it may have changed what it has not noted yet.
 *
 * @param place what was asked for, apart from who asks
 */
export const rememberedPage = (db: Knex, place: string): RememberedPage | null => memoryOf(db)?.get(place) ?? null

/** Takes the place of what was found there before; the page that was found first goes where there are too many. */
export function rememberPage(db: Knex, place: string, page: RememberedPage): void {
  const memory = memoryOf(db)
  if (!memory) {
    return
  }
  memory.delete(place)
  const [oldest] = memory.keys()
  if (memory.size >= PAGES_MAX && oldest !== undefined) {
    memory.delete(oldest)
  }
  memory.set(place, page)
}

function memoryOf(db: Pick<Knex, "client" | "isTransaction">): Map<string, RememberedPage> | null {
  if (db.isTransaction) {
    return null
  }
  const memory = memories.get(db.client) ?? new Map<string, RememberedPage>()
  memories.set(db.client, memory)
  return memory
}
