import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { catalogPageKeys } from "../../../src/database/queries/catalog-page-keys"
import { correctedChoice, resolveChoice } from "../../../src/database/queries/entry-choice"
import { findEntries } from "../../../src/database/queries/find-entries"
import { createCatalog } from "../../helpers/create-catalog"
import { QUERY_GOODS, RANKED_QUERIES, RUSSIAN_QUERIES } from "./russian-queries"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    it("each query of the set finds all that is meant and nothing else", async () => {
      await createCatalog(getContainer(), QUERY_GOODS)
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

      async function titlesOf(q: string): Promise<string[]> {
        const choice = await resolveChoice(db, { q, category_id: null, properties: {}, sight: null, legal_entity_id: null })
        const keysOf = ({ chosen: _, ...filter }: typeof choice) => catalogPageKeys(db, { ...filter, sort: "name", limit: 100, offset: 0 })
        const found = await keysOf(choice)
        const meant = found?.total === 0 ? await correctedChoice(db, choice) : null
        const page = meant ? await keysOf(meant) : found
        const { rows } = await db.raw<{ rows: { title: string }[] }>(`select title from catalog_entry where key = any (cast(? as int[]))`, [
          `{${(page?.keys ?? []).join(",")}}`,
        ])
        return rows.map(({ title }) => title).sort()
      }

      const answers: Record<string, string[]> = {}
      for (const [why, q] of RUSSIAN_QUERIES) {
        answers[`${why}: ${q}`] = await titlesOf(q)
      }
      const expected = RUSSIAN_QUERIES.map(([why, q, titles]) => [
        `${why}: ${q}`,
        QUERY_GOODS.map(({ name }) => name)
          .filter((name) => titles.test(name))
          .sort(),
      ])
      expect(answers).toEqual(Object.fromEntries(expected))

      for (const [why, q, first, entries] of RANKED_QUERIES) {
        const { entries: found } = await findEntries(db, { q, product_id: null, variant_id: null, limit: entries, offset: 0 })
        expect({ why, titles: found.map(({ title }) => title) }).toEqual({
          why,
          titles: Array.from({ length: entries }, () => expect.stringMatching(first)),
        })
      }
    })
  },
})
