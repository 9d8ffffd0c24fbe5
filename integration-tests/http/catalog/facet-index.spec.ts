import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { countedFacets, forgetIndex, readInTime } from "../../../src/database/facets/counted-facets"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { catalogFacets, type FacetQuery } from "../../../src/database/queries/catalog-facets"
import { createCatalog } from "../../helpers/create-catalog"

jest.setTimeout(240_000)

const GOODS = 60
const NOTHING_CHOSEN = { q: "", category_id: null, sight: null, chosen: [] }

/** Brands, colours, a number of pieces, and one of forty properties each, so that more are counted than are told. */
const properties = (index: number) => [
  { name: "Цвет", value: ["красный", "синий", "зелёный"][index % 3] ?? "" },
  { name: "Длина", value: `${(index % 7) * 2.5 + 10}` },
  { name: `Свойство ${index % 40}`, value: `значение ${index % 4}` },
  { name: "Класс", value: `${1 + (index % 2)}` },
]

const goods = Array.from({ length: GOODS }, (_, index) => ({
  id: `p${index}`,
  name: `${index % 2 === 0 ? "Дрель" : "Молоток"} ${index}`,
  article: `A-${index}`,
  group: ["tools", "drills", "other"][index % 3] ?? "other",
  stock: { moscow: String(index % 4) },
  product: { manufacturer: `Марка ${index % 5}` },
}))

/** Of it nothing is said. */
const BARE = { id: "bare", name: "Пустышка", article: "A-bare" }

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let db: Knex

    beforeEach(async () => {
      await createCatalog(getContainer(), [...goods, BARE])
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const said = Object.fromEntries(goods.map(({ name }, index) => [name, properties(index)]))
      await db.raw("update product set metadata = metadata || jsonb_build_object('properties', cast(? as jsonb) -> title)", [
        JSON.stringify(said),
      ])
      await db.transaction((trx) => refreshCatalogEntries(trx, "all"))
      forgetIndex()
      await readInTime(db, 1)
    })

    afterEach(forgetIndex)

    async function keysOf<Key>(sql: string): Promise<Key[]> {
      const { rows } = await db.raw<{ rows: { key: Key }[] }>(sql)
      return rows.map(({ key }) => key)
    }

    /** An assortment of every third entry, which it shows or hides. */
    async function makeAssortment(lists: "shown" | "hidden"): Promise<FacetQuery["sight"]> {
      const { rows } = await db.raw<{ rows: { key: number }[] }>(
        "insert into assortment (profile, rule_keys, shows_rest, lists_shown) values (gen_random_uuid(), '{}', ?, ?) returning key",
        [lists === "hidden", lists === "shown"]
      )
      const key = rows[0]?.key ?? 0
      await db.raw("insert into assortment_entry (assortment_key, entry_key) select ?, key from catalog_entry where key % 3 = 0", [key])
      return { key, lists }
    }

    it("whatever is asked for, counting in the process and by PostgreSQL tell the same", async () => {
      const sights = [null, await makeAssortment("shown"), await makeAssortment("hidden")]
      const categories = [null, ...(await keysOf<string>("select category_id as key from catalog_category")), "pcat_unknown"]
      const propertyKeys = await keysOf<number>("select key from catalog_property order by key")
      const valueKeys = await keysOf<number>("select key from catalog_value order by key")
      const choice = fc.record({
        property_key: fc.constantFrom(...propertyKeys),
        value_keys: fc.uniqueArray(fc.constantFrom(...valueKeys), { maxLength: 4 }),
      })
      const query = fc.record({
        q: fc.constantFrom("", "", "дрель", "молоток 1", "нет такого"),
        category_id: fc.constantFrom(...categories),
        sight: fc.constantFrom(...sights),
        in_stock: fc.constantFrom(undefined, { warehouse_ids: [] }),
        chosen: fc.uniqueArray(choice, { maxLength: 3, selector: ({ property_key }) => property_key }),
      })
      const valuesOf = new Map<number, number[]>()
      for (const key of propertyKeys) {
        valuesOf.set(key, await keysOf<number>(`select key from catalog_value where property_key = ${key}`))
      }
      await fc.assert(
        fc.asyncProperty(query, async ({ chosen, ...rest }) => {
          // What is chosen of a property are values of it.
          const own = chosen.map(({ property_key, value_keys }) => ({
            property_key,
            value_keys: value_keys.map((key) => (valuesOf.get(property_key) ?? [])[key % (valuesOf.get(property_key)?.length ?? 1)] ?? key),
          }))
          const asked: FacetQuery = { ...rest, chosen: own }
          expect(await countedFacets(db, asked)).toEqual(await catalogFacets(db, asked))
        }),
        { numRuns: 150 }
      )
    })

    it("an entry of which nothing is said is found", async () => {
      expect(await countedFacets(db, { ...NOTHING_CHOSEN, q: "пустышка" })).toEqual({ facets: [], is_found: true })
    })

    it("a change is counted from its commit on, whether the facts have been read again or not", async () => {
      const before = await countedFacets(db, NOTHING_CHOSEN)
      await db.raw("update product set metadata = jsonb_set(metadata, '{manufacturer}', '\"Новая марка\"') where title = 'Дрель 0'")
      await db.transaction((trx) => refreshCatalogEntries(trx, "all"))

      const after = await catalogFacets(db, NOTHING_CHOSEN)
      expect(after).not.toEqual(before)
      expect(await countedFacets(db, NOTHING_CHOSEN)).toEqual(after)

      forgetIndex()
      await readInTime(db, 1)
      expect(await countedFacets(db, NOTHING_CHOSEN)).toEqual(after)
    })

    it("facts that have been read are counted without reading them again", async () => {
      const expected = await catalogFacets(db, NOTHING_CHOSEN)
      await db.raw("alter table catalog_value rename to catalog_value_aside")
      try {
        expect(await countedFacets(db, NOTHING_CHOSEN)).toEqual(expected)
        await expect(catalogFacets(db, { ...NOTHING_CHOSEN, q: "дрель" })).rejects.toThrow("catalog_value")
      } finally {
        await db.raw("alter table catalog_value_aside rename to catalog_value")
      }
    })
  },
})
