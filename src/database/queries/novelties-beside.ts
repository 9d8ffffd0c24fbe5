import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"
import { isPrepared, pageSelect } from "./catalog-page-keys"
import type { Sight } from "./visible-entries"

/** Entries among which novelties are chosen: a size run of tyres or gloves has some tens of one product, often the very newest. */
const LOOKED_AT = 120

const SHOWN = 8

/** Each product once, by its newest entry. */
const chosen = (page: string) => `
  with page as materialized (${page})
  select array(
    select key from (
      select distinct on (e.product_id) e.key
      from page cross join unnest(page.keys) as newest (key) join catalog_entry e on e.key = newest.key
      where e.product_id <> :product_id
      order by e.product_id, e.key desc
    ) n
    order by key desc limit ${SHOWN}
  ) as keys`

/** Keys of what is newest in a category beside one of its products, newest first. The page that `GET /store/catalog?sort=newest` would show. */
export async function noveltiesBeside(
  db: Knex,
  { product_id, category_id, sight }: { product_id: string; category_id: string; sight: Sight }
): Promise<number[]> {
  const page = pageSelect({ q: "", category_id, sort: "newest", limit: LOOKED_AT, offset: 0, sight })
  if (!isPrepared(page)) {
    return []
  }
  const rows = await prepared<{ keys: number[] }>(db, `novelties-of-${page.name}`, chosen(page.text), { ...page.bindings, product_id })
  return rows[0]?.keys ?? []
}
