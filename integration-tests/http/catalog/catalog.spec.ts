import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules, QueryContext } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { catalogRecords, createCatalog, type ProductFixture } from "../../helpers/create-catalog"
import { createContract } from "../../helpers/create-contract"
import { createEmployee } from "../../helpers/create-employee"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createStaffSession } from "../../helpers/create-staff-session"
import { dealerSession } from "../../helpers/dealer-session"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(240_000)

const PRODUCTS: Parameters<typeof createCatalog>[1] = [
  {
    id: "drill",
    name: "Дрель ударная BOSCH 650 Вт",
    article: "ВО-27.308",
    group: "drills",
    prices: { retail: "200", dealer: "150.505" },
    stock: { moscow: "5", perm: "0.5" },
    product: {
      description: "Двухскоростная",
      units: [
        { code: "796", name: "шт", coefficient: "1" },
        { code: "778", name: "упак", coefficient: "12" },
      ],
      requisites: { Кратность: "2" },
    },
  },
  { id: "key10", name: "Ключ накидной 10 мм", article: "KL-10", group: "tools", prices: { retail: "90", dealer: "100" } },
  { id: "key8", name: "Ключ накидной 8 мм", article: "KL-8", group: "tools", prices: { retail: "80", dealer: "80" } },
  { id: "box", name: "Ёмкость 100% полипропилен", article: "EM_1", prices: { retail: "10" } },
  {
    id: "glove",
    name: "Перчатки",
    article: "GL-1",
    prices: { dealer: "7" },
    offers: [
      {},
      { external_id: "glove#s", characteristics: [{ name: "Размер", value: "S" }] },
      { external_id: "glove#l", characteristics: [{ name: "Размер", value: "L" }] },
    ],
  },
]

function productOf(id: string): ProductFixture {
  const found = PRODUCTS.find((product) => product.id === id)
  if (!found) {
    throw new Error(`There is no product "${id}"`)
  }
  return found
}

/** What Medusa's graph says of stock; the quantities are numbers or big numbers. */
interface StockLevel {
  stocked_quantity?: unknown
  reserved_quantity?: unknown
}

interface StockedItem {
  inventory?: { location_levels?: (StockLevel | null)[] | null } | null
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let catalog: Awaited<ReturnType<typeof createCatalog>>
    let dealer: { headers: Record<string, string> }
    let contractId: string

    beforeEach(async () => {
      const container = getContainer()
      catalog = await createCatalog(container, PRODUCTS)
      const entity = await createLegalEntity(container)
      contractId = (await createContract(container, { legal_entity_id: entity.id, price_type_id: catalog.idOf("price_type", "dealer") })).id
      dealer = await signIn(entity.id)
    })

    async function signIn(legal_entity_id: string) {
      const employee = await createEmployee(getContainer(), { legal_entity_id })
      return dealerSession(api, { headers: { "x-publishable-api-key": catalog.store.publishable_key } }, employee)
    }

    async function list(params: Record<string, unknown> = {}) {
      const { data } = await api.get("/store/catalog", { ...dealer, params })
      return data
    }

    async function titles(params: Record<string, unknown>): Promise<string[]> {
      const { entries } = await list(params)
      return entries.map((entry: { title: string; variant_title: string | null }) =>
        [entry.title, entry.variant_title].filter(Boolean).join(" ")
      )
    }

    async function countsOf(queries: string[]): Promise<Record<string, number>> {
      return Object.fromEntries(await Promise.all(queries.map(async (q) => [q, (await list({ q })).count])))
    }

    const statusOf = (url: string, options: object = dealer): Promise<number> =>
      api.get(url, { ...options, validateStatus: () => true }).then(({ status }: { status: number }) => status)

    describe("GET /store/catalog", () => {
      it("shows own and retail price, stock per warehouse, units and step, with the moment the prices were true", async () => {
        const { entries, as_of, retail_as_of, count } = await list({ q: "дрель" })
        expect(count).toBe(1)
        expect([as_of, retail_as_of]).toEqual(["2026-01-31T07:00:00+00:00", "2026-01-31T07:00:00+00:00"])
        expect(entries[0]).toEqual({
          variant_id: catalog.idOf("offer", "drill"),
          product_id: catalog.idOf("product", "drill"),
          article: "ВО-27.308",
          sku: "ВО-27.308",
          title: "Дрель ударная BOSCH 650 Вт",
          variant_title: null,
          thumbnail: null,
          labels: [],
          is_favourite: false,
          is_shared_favourite: false,
          rating: null,
          vat_rate: "20",
          currency_code: "rub",
          price: "150.51",
          retail_price: "200.00",
          discount_percent: "24.75",
          includes_vat: true,
          vat: "25.09",
          missing_rate: null,
          withheld: null,
          next_price: null,
          is_orderable: true,
          stock: [
            { location_id: catalog.idOf("warehouse", "moscow"), name: "Москва", available: "5", as_of: "2026-01-31T07:00:00+00:00" },
            { location_id: catalog.idOf("warehouse", "perm"), name: "Пермь", available: "0.5", as_of: "2026-01-31T07:00:00+00:00" },
          ],
          units: [
            {
              ...{ code: "796", name: "шт", coefficient: "1", is_base: true, price: "150.51" },
              quantities: { step: "2", minimum: "2", maximum: null },
            },
            {
              ...{ code: "778", name: "упак", coefficient: "12", is_base: false, price: "1806.12" },
              quantities: { step: "1", minimum: "1", maximum: null },
            },
          ],
          next_supplies: [],
          multiplicity: "2",
          minimum: "0",
          maximum: null,
        })
      })

      it("shows what the contract has no price for, but not as orderable", async () => {
        const { entries } = await list({ q: "емкость" })
        expect(entries).toMatchObject([{ price: null, retail_price: "10.00", is_orderable: false }])
      })

      it("lists by name with numbers by their value, and pages with an exact total", async () => {
        const names = [
          "Дрель ударная BOSCH 650 Вт",
          "Ёмкость 100% полипропилен",
          "Ключ накидной 8 мм",
          "Ключ накидной 10 мм",
          "Перчатки L",
          "Перчатки S",
        ]
        expect((await titles({ sort: "name" })).sort()).toEqual([...names].sort())
        expect((await titles({ sort: "name" })).slice(0, 4)).toEqual(names.slice(0, 4))
        const page = await list({ sort: "name", limit: 2, offset: 2 })
        expect(page).toMatchObject({ count: 6, limit: 2, offset: 2, entries: [{ title: names[2] }, { title: names[3] }] })
        expect(await list({ offset: 100 })).toMatchObject({ count: 6, entries: [] })
      })

      it("gives every page of a list from either end, in every order, of the whole catalogue and of large and small categories", async () => {
        const categories = [undefined, catalog.idOf("group", "tools"), catalog.idOf("group", "drills")]
        for (const query of ["name", "article", "newest", "position"].flatMap((sort) =>
          categories.map((category_id) => ({ sort, category_id }))
        )) {
          const whole = await titles(query)
          expect(whole.length).toBeGreaterThan(0)
          for (const limit of [1, 2, 4]) {
            for (let offset = 0; offset <= whole.length + 1; offset++) {
              expect([query, limit, offset, await titles({ ...query, limit, offset })]).toEqual([
                query,
                limit,
                offset,
                whole.slice(offset, offset + limit),
              ])
            }
          }
        }
      })

      it("sorts by price both ways, what has none last", async () => {
        const articles = async (params: Record<string, unknown>) =>
          (await list(params)).entries.map(({ article }: { article: string }) => article)
        const rising = ["GL-1", "GL-1", "KL-8", "KL-10", "ВО-27.308"]
        await expect(articles({ sort: "price" })).resolves.toEqual([...rising, "EM_1"])
        await expect(articles({ sort: "price_desc" })).resolves.toEqual([...[...rising].reverse(), "EM_1"])
        await expect(articles({ sort: "price_desc", q: "ключ", limit: 1 })).resolves.toEqual(["KL-10"])
      })

      it("sorts in the order of the ERP: what has a number first, the rest as it was first told of", async () => {
        const order = async () => (await list({ sort: "position" })).entries.map(({ article }: { article: string }) => article)
        const told = ["ВО-27.308", "KL-10", "KL-8", "EM_1", "GL-1", "GL-1"]
        await expect(order()).resolves.toEqual(told)
        const numbered = (id: string, position: string) => ({ ...productOf(id), product: { requisites: { Порядок: position } } })
        const outcome = await loadRecords(
          getContainer(),
          catalogRecords([numbered("key8", "20"), numbered("glove", "3"), numbered("box", "первый")])
        )
        expect(outcome.issue_count).toBe(1)
        const numberedFirst = ["GL-1", "GL-1", "KL-8", "ВО-27.308", "KL-10", "EM_1"]
        await expect(order()).resolves.toEqual(numberedFirst)
        const page = await list({ sort: "position", limit: 2, offset: 3 })
        expect(page.entries.map(({ article }: { article: string }) => article)).toEqual(numberedFirst.slice(3, 5))
        const db: Knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await db.raw(`insert into product_position values (?, 0), (?, 30)`, [
          catalog.idOf("product", "key10"),
          catalog.idOf("product", "glove"),
        ])
        await refreshCatalogEntries(db, "all")
        await expect(order()).resolves.toEqual(["KL-10", "KL-8", "GL-1", "GL-1", "ВО-27.308", "EM_1"])
        await loadRecords(getContainer(), catalogRecords([{ ...productOf("key8"), product: { requisites: { Вес: "1" } } }]))
        await expect(order()).resolves.toEqual(["KL-10", "GL-1", "GL-1", "ВО-27.308", "KL-8", "EM_1"])
      })

      it("lists a category while totals that two have written at once are not folded yet", async () => {
        const pages = async () => [await list(), await list({ category_id: catalog.idOf("group", "tools") })]
        const before = await pages()
        expect(before).toMatchObject([{ count: 6 }, { count: 3 }])
        const db: Knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await db.raw(
          `insert into catalog_total (category_key, entries) select category_key, change from catalog_total, unnest(array[1, -1]) as change`
        )
        expect(await pages()).toEqual(before)
      })

      it("lists characteristics instead of their plain item", async () => {
        expect((await titles({ q: "перчатки" })).sort()).toEqual(["Перчатки L", "Перчатки S"])
        expect(await statusOf(`/store/catalog/${catalog.idOf("offer", "glove")}`)).toBe(404)
      })

      it("finds by word forms, ё or е, numbers, and any part of an article in either alphabet", async () => {
        const found = {
          "накидных ключей": 2,
          емкости: 1,
          bosch: 1,
          "ключ 10": 1,
          bo273: 1,
          "BO 27 308": 1,
          бензопила: 0,
        }
        expect(await countsOf(Object.keys(found))).toEqual(found)
      })

      it("takes nothing that is typed for an operator or a wildcard", async () => {
        const found = { "%": 6, EM_9: 0, "100%": 1, "ключ & ! ( :* '": 2, "'": 6, "\\": 6, "ключ\\": 2, для: 0 }
        expect(await countsOf(Object.keys(found))).toEqual(found)
      })

      it("puts the article as typed first", async () => {
        expect((await titles({ q: "KL-8" }))[0]).toBe("Ключ накидной 8 мм")
      })

      it("narrows to a category with all below it", async () => {
        expect(await titles({ category_id: catalog.idOf("group", "tools"), sort: "article" })).toEqual([
          "Дрель ударная BOSCH 650 Вт",
          "Ключ накидной 10 мм",
          "Ключ накидной 8 мм",
        ])
        expect(await list({ category_id: catalog.idOf("group", "drills"), q: "ключ" })).toMatchObject({ count: 0 })
        expect(await statusOf("/store/catalog?category_id=pcat_nowhere")).toBe(404)
      })

      it("refuses what is out of its limits", async () => {
        for (const query of ["limit=101", "limit=0", "offset=-1", `q=${"x".repeat(201)}`, "sort=colour", "unknown=1"]) {
          expect([query, await statusOf(`/store/catalog?${query}`)]).toEqual([query, 400])
        }
      })

      it("is closed to strangers, and to dealers without a usable contract", async () => {
        expect(await statusOf("/store/catalog", { headers: { "x-publishable-api-key": catalog.store.publishable_key } })).toBe(401)
        const entity = await createLegalEntity(getContainer())
        const { status, data } = await api.get("/store/catalog", { ...(await signIn(entity.id)), validateStatus: () => true })
        expect([status, data.code]).toEqual([400, "no_usable_contract"])
      })
    })

    it("the look-up of a publishable key is kept for 5 seconds and no longer", async () => {
      const keys = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)("api_key")
      const now = Date.now()
      const clock = jest.spyOn(Date, "now")
      const statusAt = async (passed_ms: number, revoked_at: Date | null): Promise<number> => {
        await keys.clone().update({ revoked_at })
        clock.mockImplementation(() => now + passed_ms)
        return statusOf("/store/catalog")
      }
      try {
        // Tests share the server: what an earlier one left in the cache has ended by then, and what this one leaves is good for the next.
        const seen = [await statusAt(10_000, null), await statusAt(14_999, new Date(0)), await statusAt(15_000, new Date(0))]
        expect([...seen, await statusAt(20_000, null)]).toEqual([200, 200, 400, 200])
      } finally {
        clock.mockRestore()
      }
    })

    it("GET /store/catalog/categories gives the tree with counts of whole branches", async () => {
      const { data } = await api.get("/store/catalog/categories", dealer)
      expect(data.categories).toEqual([
        {
          id: catalog.idOf("group", "tools"),
          name: "Инструмент",
          ...{ type: "stock", label: null, entry_count: 3 },
          children: [{ id: catalog.idOf("group", "drills"), name: "Дрели", type: "stock", label: null, entry_count: 1, children: [] }],
        },
        { id: catalog.idOf("group", "other"), name: "Прочее", type: "stock", label: null, entry_count: 3, children: [] },
      ])
    })

    it("the tree tells what the staff says of a category, which is logged and which a load leaves as it is", async () => {
      const staff = await createStaffSession(getContainer())
      const id = catalog.idOf("group", "other")
      const said = { type: "preorder", label: "Новинка" }
      const { data } = await api.post(`/admin/catalog-categories/${id}`, said, staff)
      expect(data.catalog_category).toEqual({ id, ...said })
      await createCatalog(getContainer(), PRODUCTS)
      expect((await api.get("/store/catalog/categories", dealer)).data.categories[1]).toMatchObject({ id, ...said })
      expect((await api.get(`/admin/catalog-categories/${id}`, staff)).data.catalog_category).toEqual({ id, ...said })
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const logged = await db("audit_entry").where({ subject_id: id }).pluck("after")
      expect(logged).toEqual([said])
    })

    it("GET /store/catalog/:variant_id shows the card, and 404 for what is not listed", async () => {
      const { data } = await api.get(`/store/catalog/${catalog.idOf("offer", "drill")}`, dealer)
      expect(data.entry).toMatchObject({
        description: "Двухскоростная",
        price: "150.51",
        images: [],
        categories: [{ id: catalog.idOf("group", "drills"), name: "Дрели" }],
        siblings: [],
      })
      const small = await api.get(`/store/catalog/${catalog.idOf("offer", "glove#s")}`, dealer)
      expect(small.data.entry).toMatchObject({
        variant_title: "S",
        characteristics: [{ name: "Размер", value: "S" }],
        siblings: [{ variant_id: catalog.idOf("offer", "glove#l"), title: "L" }],
      })
      expect(await statusOf("/store/catalog/variant_nowhere")).toBe(404)
    })

    it("GET /admin/catalog-entries finds what dealers see, by article and name, of a product, or one", async () => {
      const staff = await createStaffSession(getContainer())
      const find = async (params: object) => (await api.get("/admin/catalog-entries", { ...staff, params })).data
      const glove = (await find({ q: "gl1" })).catalog_entries
      expect(glove.map(({ article, title }: Record<string, string>) => [article, title])).toEqual([["GL-1", "Перчатки"], ["GL-1", "Перчатки"]]) // prettier-ignore
      expect((await find({ q: "ключ", limit: 1 })).count).toBe(2)
      const { product_id, variant_id } = glove[0]
      expect((await find({ product_id })).count).toBe(2)
      expect((await find({ variant_id })).catalog_entries).toEqual([glove[0]])
      expect((await find({ variant_id: "variant_nowhere" })).catalog_entries).toEqual([])
      expect((await find({})).count).toBeGreaterThan(4)
    })

    it("GET /admin/price-types lists them, retail first", async () => {
      const { data } = await api.get("/admin/price-types", await createStaffSession(getContainer()))
      expect(data).toMatchObject({
        count: 2,
        price_types: [
          { name: "Розничная", is_retail: true, currency_code: "rub", includes_vat: true, as_of: "2026-01-31T07:00:00.000Z" },
          { name: "Дилерская", is_retail: false },
        ],
      })
    })

    describe("one price everywhere", () => {
      it("the stock product route calculates the price that the catalogue shows", async () => {
        const { data } = await api.get("/store/products", {
          ...dealer,
          params: { fields: "*variants.calculated_price", region_id: catalog.store.region_id, limit: 50 },
        })
        const calculated = new Map<string, Record<string, unknown> | null>(
          data.products.flatMap((product: { variants: { id: string; calculated_price?: Record<string, unknown> }[] }) =>
            product.variants.map(({ id, calculated_price }) => [id, calculated_price ?? null])
          )
        )
        const { entries } = await list()
        expect(entries.length).toBeGreaterThan(0)
        for (const { variant_id, price, retail_price } of entries) {
          const stock = calculated.get(variant_id)
          expect(stock?.calculated_amount ?? null).toBe(price === null ? null : Number(price))
          expect(stock?.original_amount ?? null).toBe(price === null ? null : Number(retail_price ?? price))
        }
      })

      async function priceSetOf(externalId: string): Promise<string> {
        const { data } = await getContainer()
          .resolve(ContainerRegistrationKeys.QUERY)
          .graph({ entity: "variant", fields: ["price_set.id"], filters: { id: catalog.idOf("offer", externalId) } })
        return String(data[0]?.price_set?.id)
      }

      async function calculate(externalId: string, context: Record<string, string>) {
        const pricing = getContainer().resolve(Modules.PRICING)
        return pricing.calculatePrices({ id: [await priceSetOf(externalId)] }, { context })
      }

      it("shows a price below retail as a sale, one above retail with retail as the original, and an equal one once", async () => {
        const context = { currency_code: "rub", contract_id: contractId }
        expect(await calculate("drill", context)).toMatchObject([
          {
            calculated_amount: 150.51,
            original_amount: 200,
            raw_calculated_amount: { value: "150.51" },
            calculated_price: { price_list_type: "sale" },
          },
        ])
        expect(await calculate("key10", context)).toMatchObject([
          { calculated_amount: 100, original_amount: 90, calculated_price: { price_list_type: null } },
        ])
        expect(await calculate("key8", context)).toMatchObject([{ calculated_amount: 80, original_amount: 80 }])
        expect(await calculate("glove#s", context)).toMatchObject([{ calculated_amount: 7, original_amount: 7 }])
      })

      it("answers with the very fields of Medusa's own answer", async () => {
        const fieldsOf = async (context: Record<string, string>) => {
          const [{ calculated_price, original_price, ...set } = { calculated_price: {}, original_price: {} }] = await calculate(
            "drill",
            context
          )
          return [set, calculated_price, original_price].map((part) => Object.keys(part ?? {}))
        }
        expect(await fieldsOf({ currency_code: "rub", contract_id: contractId })).toEqual(await fieldsOf({ currency_code: "rub" }))
      })

      it("has no price where the contract has none, in another currency, or under an unknown contract", async () => {
        expect(await calculate("box", { currency_code: "rub", contract_id: contractId })).toEqual([])
        expect(await calculate("drill", { currency_code: "usd", contract_id: contractId })).toEqual([])
        expect(await calculate("drill", { currency_code: "rub", contract_id: "ctr_nowhere" })).toEqual([])
      })

      it("leaves Medusa's own prices to requests without a contract, and to what is no product", async () => {
        const pricing = getContainer().resolve(Modules.PRICING)
        const delivery = await pricing.createPriceSets({ prices: [{ amount: 300, currency_code: "rub" }] })
        const context = { currency_code: "rub", contract_id: contractId }
        expect(await pricing.calculatePrices({ id: [delivery.id, await priceSetOf("drill")] }, { context })).toMatchObject([
          { id: delivery.id, calculated_amount: 300 },
          { calculated_amount: 150.51 },
        ])
        expect(await calculate("drill", { currency_code: "rub" })).toMatchObject([{ calculated_amount: 200 }])
      })
    })

    describe("against Medusa's own API", () => {
      it("the catalogue shows the titles, articles and free stock that Medusa has", async () => {
        const { data } = await getContainer()
          .resolve(ContainerRegistrationKeys.QUERY)
          .graph({
            entity: "variant",
            fields: ["id", "sku", "product.title", "inventory_items.inventory.location_levels.*", "calculated_price.*"],
            context: { calculated_price: QueryContext({ currency_code: "rub", contract_id: contractId }) },
          })
        const variants = new Map(data.map((variant) => [variant.id, variant]))
        const { entries } = await list()
        expect(entries).toHaveLength(6)
        for (const entry of entries) {
          const variant = variants.get(entry.variant_id)
          const levels = variant?.inventory_items?.flatMap((item: StockedItem | null) => item?.inventory?.location_levels ?? []) ?? []
          expect(entry).toMatchObject({ title: variant?.product?.title, sku: variant?.sku })
          expect(entry.stock.map(({ available }: { available: string }) => Number(available)).sort()).toEqual(
            levels.map((level: StockLevel | null) => Number(level?.stocked_quantity) - Number(level?.reserved_quantity)).sort()
          )
        }
      })

      it("what is edited in the admin reaches the catalogue", async () => {
        const staff = await createStaffSession(getContainer())
        const id = catalog.idOf("product", "key8")
        await api.post(`/admin/products/${id}`, { title: "Ключ рожковый 8 мм" }, staff)
        await eventually(async () => expect(await titles({ q: "рожковый" })).toEqual(["Ключ рожковый 8 мм"]))
        await api.post(`/admin/product-categories/${catalog.idOf("group", "drills")}`, { is_active: false }, staff)
        await eventually(async () => expect(await list({ category_id: catalog.idOf("group", "tools") })).toMatchObject({ count: 2 }))
        await api.delete(`/admin/products/${id}`, staff)
        await eventually(async () => expect(await list({ q: "рожковый" })).toMatchObject({ count: 0 }))
      })
    })
  },
})

/** Subscribers run after the answer; tries again until they have, for five seconds at most. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await check()
    } catch (error) {
      if (attempt === 50) {
        throw error
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
