import { join } from "node:path"
import { model } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { CATALOG_MODULE } from ".."
import { normaliseSearchKey } from "../rules/normalise-search-key"
import type CatalogModuleService from "../service"

jest.setTimeout(60_000)

/** The runner makes a database only for a module with models; the tables themselves come from the migrations. */
const CatalogEntry = model.define("catalog_entry", { key: model.number().primaryKey() })

moduleIntegrationTestRunner<CatalogModuleService>({
  moduleName: CATALOG_MODULE,
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  moduleModels: [CatalogEntry],
  testSuite: ({ service, MikroOrmWrapper }) => {
    const execute = <Row>(sql: string, bindings: unknown[] = []): Promise<Row[]> =>
      MikroOrmWrapper.forkManager().execute<Row[]>(sql, bindings)

    const addEntry = (variant_id: string, values: { title: string; sku?: string; article?: string; variant_title?: string }) =>
      execute(`insert into catalog_entry (variant_id, title, sku, article, variant_title, is_listed) values (?, ?, ?, ?, ?, true)`, [
        variant_id,
        values.title,
        values.sku ?? null,
        values.article ?? null,
        values.variant_title ?? null,
      ])

    it("the SQL function folds an article as the rule does", async () => {
      const articles = fc.sample(fc.string({ unit: fc.constantFrom(..."abzABZ019 -_./§№йЙёЁавекмнорстухАВЕКМНОРСТУХщЪßıｘ①ÄїЇ\u0306") }), {
        numRuns: 500,
        seed: 7,
      })
      const rows = await execute<{ key: string | null }>(
        `select kontor_search_key(value) as key from jsonb_array_elements_text(cast(? as jsonb)) with ordinality t (value, n) order by n`,
        [JSON.stringify(articles)]
      )
      expect(rows.map(({ key }) => key)).toEqual(articles.map(normaliseSearchKey))
      expect(new Set(rows.map(({ key }) => key)).size).toBeGreaterThan(300)
    })

    it("keys of an entry follow its article and SKU; the SKU has one only where it differs", async () => {
      await addEntry("variant_1", { title: "a", sku: "BO-1", article: "BO-1" })
      await addEntry("variant_2", { title: "a", sku: "kl/2", article: "во 2" })
      await addEntry("variant_3", { title: "a", sku: "X3" })
      await expect(execute(`select article_key, sku_key from catalog_entry order by key`)).resolves.toEqual([
        { article_key: "BO1", sku_key: null },
        { article_key: "BO2", sku_key: "KL2" },
        { article_key: null, sku_key: "X3" },
      ])
    })

    it("titles sort without regard to case, ё and punctuation, and by the value of their numbers", async () => {
      const sorted = ["Болт М8х40", "болт «М10»", "Елка 1", "ёлка, 2", "Жук"]
      for (const [index, title] of [...sorted].reverse().entries()) {
        await addEntry(`variant_${index}`, { title })
      }
      const rows = await execute<{ title: string }>(`select title from catalog_entry order by sort_title`)
      expect(rows.map(({ title }) => title)).toEqual(sorted)
    })

    it("a title sorts as regular expressions alone would make it sort", async () => {
      const titles = fc.sample(fc.string({ unit: fc.constantFrom(..."aZ0189 \t\n-,/«»–—.|_№ёЁйЩ\u00a0\u2009Ⅷ٣½ıİΣ"), maxLength: 40 }), {
        numRuns: 1000,
        seed: 7,
      })
      const rows = await execute<{ key: string; said: string }>(
        `select kontor_sort_title(value) as key,
           ltrim(regexp_replace(regexp_replace(regexp_replace(
             translate(lower(value collate "und-x-icu"), 'ё', 'е') collate "C",
             '[[:space:][:punct:]«»„“”–—]+', ' ', 'g'), '([0-9]+)', '00000000\\1', 'g'), '[0-9]*([0-9]{9})', '\\1', 'g')) as said
         from jsonb_array_elements_text(cast(? as jsonb)) with ordinality t (value, n) order by n`,
        [JSON.stringify([...titles, "1234567890123", "М8х20", "", " ", "12"])]
      )
      expect(rows).toHaveLength(1005)
      expect(rows.map(({ key }) => key)).toEqual(rows.map(({ said }) => said))
    })

    it.each([
      ["накидных:* & ключей:*", true],
      ["ёмкостей:*", false],
      ["bos:*", true],
      ["пластмассов:*", true],
    ])("words of the title and the variant are found by stem and beginning: %s", async (query, isFound) => {
      await addEntry("variant_1", { title: "Ключ накидной BOSCH", variant_title: "Пластмассовый" })
      await expect(execute(`select words @@ to_tsquery('kontor_russian', ?) as found from catalog_entry`, [query])).resolves.toEqual([
        { found: isFound },
      ])
    })

    describe("totals", () => {
      const totals = async () => {
        const rows = await execute<{ category_key: number; entries: number }>(
          `select category_key, sum(entries)::int as entries from catalog_total group by category_key having sum(entries) <> 0`
        )
        return Object.fromEntries(rows.map(({ category_key, entries }) => [category_key, entries]))
      }
      const placed = (variantId: string, keys: string, isListed = true) =>
        `insert into catalog_entry (variant_id, title, category_keys, is_listed) values ('${variantId}', 'a', '${keys}', ${isListed})`

      it("count listed entries, each once in the whole and in each of its categories, after any statement", async () => {
        await execute(placed("variant_1", "{1,2,2}"))
        await execute(placed("variant_2", "{1}"))
        await execute(placed("variant_3", "{1}", false))
        await expect(totals()).resolves.toEqual({ 0: 2, 1: 2, 2: 1 })
        await execute(`update catalog_entry set is_listed = not is_listed where variant_id in ('variant_2', 'variant_3')`)
        await execute(`update catalog_entry set category_keys = '{3}' where variant_id = 'variant_1'`)
        await expect(totals()).resolves.toEqual({ 0: 2, 1: 1, 3: 1 })
        await execute(`update catalog_entry set title = 'b'`)
        await execute(`delete from catalog_entry where variant_id = 'variant_1'`)
        await expect(totals()).resolves.toEqual({ 0: 1, 1: 1 })
        await expect(execute(`select category_key from catalog_total order by 1`)).resolves.toHaveLength(2)
      })

      it("change for readers when the writer commits; writers do not wait for each other, and lose nothing", async () => {
        const slow = MikroOrmWrapper.forkManager()
        await slow.begin()
        await slow.execute(placed("variant_1", "{1}"))
        await execute(`set statement_timeout = '2s'; ${placed("variant_2", "{1}")}; reset statement_timeout`)
        await expect(totals()).resolves.toEqual({ 0: 1, 1: 1 })
        await slow.execute(placed("variant_3", "{1,2}"))
        await slow.commit()
        await expect(totals()).resolves.toEqual({ 0: 3, 1: 3, 2: 1 })
        const undone = MikroOrmWrapper.forkManager()
        await undone.begin()
        await undone.execute(`delete from catalog_entry`)
        await undone.rollback()
        await expect(totals()).resolves.toEqual({ 0: 3, 1: 3, 2: 1 })
      })
    })

    it("lists entries of the variants that have one", async () => {
      await addEntry("variant_1", { title: "Ключ", sku: "K-1" })
      await expect(service.listEntries(["variant_2", "variant_1"])).resolves.toEqual([
        expect.objectContaining({ variant_id: "variant_1", title: "Ключ", sku: "K-1", category_keys: [], is_listed: true }),
      ])
      await expect(service.listEntries([])).resolves.toEqual([])
      await expect(service.listEntries(Array.from({ length: 20_001 }, String))).rejects.toThrow(
        "20001 variants in one call are more than 20000"
      )
    })
  },
})
