import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { catalogPageKeys } from "../../../src/database/queries/catalog-page-keys"
import { correctedChoice, resolveChoice } from "../../../src/database/queries/entry-choice"
import { findEntries } from "../../../src/database/queries/find-entries"
import { createCatalog } from "../../helpers/create-catalog"
import { DEALER_GOODS, DEALER_QUERIES } from "./dealer-queries"
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

    it("what dealers type finds what they mean, first what is called so", async () => {
      await createCatalog(getContainer(), DEALER_GOODS)
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const page = { category_id: null, sort: "relevance" as const, limit: 200, offset: 0, sight: null }

      async function articlesOf(q: string): Promise<string[]> {
        const { chosen: _, ...choice } = await resolveChoice(db, {
          q,
          category_id: null,
          properties: {},
          sight: null,
          legal_entity_id: null,
        })
        const found = await catalogPageKeys(db, { ...choice, ...page })
        const meant = found?.total === 0 ? await correctedChoice(db, { ...choice, chosen: [] }) : null
        const keys = meant ? (await catalogPageKeys(db, { ...page, q: meant.q, synonyms: meant.synonyms }))?.keys : found?.keys
        const { rows } = await db.raw<{ rows: { article: string }[] }>(
          `select e.article from unnest(cast(? as int[])) with ordinality as page (key, place) join catalog_entry e using (key) order by place`,
          [`{${(keys ?? []).join(",")}}`]
        )
        return rows.map(({ article }) => article)
      }

      const answers: Record<string, unknown> = {}
      const expected: Record<string, unknown> = {}
      for (const [q, first, others = ""] of DEALER_QUERIES) {
        const wanted = { first: first.split(" ").filter(Boolean), others: others.split(" ").filter(Boolean) }
        const found = await articlesOf(q)
        const isNothing = wanted.first.length + wanted.others.length === 0
        answers[q] = isNothing
          ? { found }
          : { first: found.slice(0, wanted.first.length), missing: wanted.others.filter((article) => !found.includes(article)) }
        expected[q] = isNothing ? { found: [] } : { first: wanted.first, missing: [] }
      }
      expect(answers).toEqual(expected)
    })
  },
})
