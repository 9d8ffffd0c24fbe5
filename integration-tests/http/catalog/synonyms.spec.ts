import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createCatalog } from "../../helpers/create-catalog"
import { createContract } from "../../helpers/create-contract"
import { createEmployee } from "../../helpers/create-employee"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createStaffSession } from "../../helpers/create-staff-session"
import { dealerSession } from "../../helpers/dealer-session"

jest.setTimeout(240_000)

const PRODUCTS = [
  { id: "grinder", name: "УШМ Bosch 125 мм", article: "U-1", group: "drills" },
  { id: "cover", name: "Кожух для УШМ 125 мм", article: "U-2", group: "tools" },
  { id: "whirl", name: "Вертушка для насоса", article: "V-1", group: "tools" },
  { id: "turbine", name: "Турбинка 20 мм", article: "V-2", group: "tools" },
  { id: "pump", name: "Насос дренажный", article: "N-1", group: "tools" },
]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let dealer: { headers: Record<string, string> }
    let staff: { headers: Record<string, string> }

    beforeEach(async () => {
      const container = getContainer()
      const catalog = await createCatalog(container, PRODUCTS)
      const entity = await createLegalEntity(container)
      await createContract(container, { legal_entity_id: entity.id, price_type_id: catalog.idOf("price_type", "dealer") })
      const employee = await createEmployee(container, { legal_entity_id: entity.id })
      dealer = await dealerSession(api, { headers: { "x-publishable-api-key": catalog.store.publishable_key } }, employee)
      staff = await createStaffSession(container)
    })

    const articles = (entries: { article: string }[]) => entries.map(({ article }) => article)
    async function found(q: string): Promise<{ articles: string[]; corrected_to: string | null }> {
      const { data } = await api.get("/store/catalog", { ...dealer, params: { q } })
      return { articles: articles(data.entries), corrected_to: data.corrected_to }
    }
    const suggested = async (q: string) => (await api.get("/store/catalog/suggestions", { ...dealer, params: { q } })).data
    const listed = async (q = "") => (await api.get("/admin/search-synonyms", { ...staff, params: { q } })).data
    const put = async (body: object, id?: string) =>
      (await api.post(`/admin/search-synonyms${id ? `/${id}` : ""}`, body, { ...staff, validateStatus: () => true })).data

    it("those that an installation begins with are found by word, form, error and layout, on the page, in facets and in suggestions", async () => {
      const all = ["U-1", "U-2"]
      await expect(found("болгарку 125")).resolves.toEqual({ articles: all, corrected_to: null })
      await expect(found("балгарка")).resolves.toEqual({ articles: all, corrected_to: "болгарка" })
      await expect(found(",jkufhrf")).resolves.toEqual({ articles: all, corrected_to: "болгарка" })
      const { data } = await api.get("/store/catalog/facets", { ...dealer, params: { q: "болгарка", count_in_stock: "true" } })
      expect(data.in_stock).toEqual({ count: 0, is_chosen: false })
      expect(articles((await suggested("болгарк")).entries)).toEqual(all)
      const byStaff = await api.get("/admin/catalog-entries", { ...staff, params: { q: "болгарка" } })
      expect(articles(byStaff.data.catalog_entries)).toEqual(all)
    })

    it("suggest categories that are called by the other word", async () => {
      await put({ words: ["сверлилка"], stands_for: ["дрель"] })
      const { categories } = await suggested("сверлилка")
      expect(categories.map(({ name }: { name: string }) => name)).toEqual(["Дрели"])
    })

    it("hold from the answer on and no longer than they stand; what has the typed word comes first", async () => {
      await expect(found("турбинки")).resolves.toMatchObject({ articles: ["V-2"] })
      const { synonym_group } = await put({ words: ["турбинка", " Вертушка ", "вертушка"] })
      expect(synonym_group).toMatchObject({ words: ["турбинка", "Вертушка"], stands_for: [] })
      await expect(found("турбинки")).resolves.toMatchObject({ articles: ["V-2", "V-1"] })
      await expect(found("вертушки")).resolves.toMatchObject({ articles: ["V-1", "V-2"] })
      expect(articles((await suggested("вертушка")).entries)).toEqual(["V-1", "V-2"])

      const { updated_at } = synonym_group
      await put({ words: ["турбинка"], stands_for: ["вертушка насоса"], updated_at }, synonym_group.id)
      await expect(found("турбинка")).resolves.toMatchObject({ articles: ["V-2", "V-1"] })
      await expect(found("вертушка")).resolves.toMatchObject({ articles: ["V-1"] })

      await api.delete(`/admin/search-synonyms/${synonym_group.id}`, staff)
      await expect(found("турбинка")).resolves.toMatchObject({ articles: ["V-2"] })
      const { rows } = await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`select action, after from audit_entry where subject_type = 'synonym_group' order by at`)
      expect(rows).toEqual([
        { action: "synonym_group.created", after: { words: ["турбинка", "Вертушка"], stands_for: [] } },
        { action: "synonym_group.updated", after: { words: ["турбинка"], stands_for: ["вертушка насоса"] } },
        { action: "synonym_group.deleted", after: null },
      ])
    })

    it("of two who change a group the second is told to read it again", async () => {
      const { synonym_group } = await put({ words: ["турбинка", "вертушка"] })
      const { id, updated_at } = synonym_group
      const said = await Promise.all(["помпа", "насос"].map((word) => put({ words: ["турбинка", word], updated_at }, id)))
      expect(said.map(({ code }) => code).sort()).toEqual(["changed_meanwhile", undefined])
      const [standing] = (await listed("турбинка")).synonym_groups
      expect(standing).toEqual(said.find(({ code }) => code === undefined).synonym_group)
      await expect(put({ words: ["турбинка", "помпа"] }, id)).resolves.toMatchObject({ type: "invalid_data" })
      await expect(put({ words: ["турбинка", "крыльчатка"], updated_at: standing.updated_at }, id)).resolves.toMatchObject({
        synonym_group: { words: ["турбинка", "крыльчатка"] },
      })
    })

    it("that an installation begins with are listed, found by a part of a word, changed and removed for good", async () => {
      const { synonym_groups, count } = await listed("ШУРУПОВЕРТ")
      expect(count).toBeGreaterThan(1)
      expect(synonym_groups).toHaveLength(count)
      const [grinder] = (await listed("болгарка")).synonym_groups
      await api.delete(`/admin/search-synonyms/${grinder.id}`, staff)
      await expect(listed("болгарка")).resolves.toMatchObject({ synonym_groups: [], count: 0 })
      await expect(found("болгарка")).resolves.toMatchObject({ articles: [] })
    })

    it.each([
      ["one word", { words: ["турбинка", "ТУРБИНКА"] }, "synonyms_too_few"],
      ["stop words alone", { words: ["для на", "турбинка"] }, "synonym_void"],
      ["a number, which is sought anyway", { words: ["диск 125", "турбинка"] }, "synonym_number"],
      ["a group that is there", { words: ["шуруп", "САМОРЕЗ"] }, "synonyms_exist"],
      ["too many words", { words: Array.from({ length: 13 }, (_, n) => `слово${n}`) }, undefined],
      ["no words", { words: [], stands_for: ["а", "б"] }, undefined],
    ])("are refused of %s", async (_, body, code) => {
      const { count } = await listed()
      const answer = await put(body)
      expect(answer).toMatchObject({ type: expect.stringMatching(/invalid_data|not_allowed/) })
      expect(answer.code).toBe(code)
      await expect(listed()).resolves.toMatchObject({ count })
    })

    it("tell nothing of goods that are hidden: neither the goods nor, as a correction, the word for them", async () => {
      await put({ words: ["секретка", "турбинка"] })
      await expect(found("сикретка")).resolves.toEqual({ articles: ["V-2"], corrected_to: "секретка" })
      const { rows } = await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`select id from product_category where name = 'Инструмент'`)
      const target = { kind: "category", category_id: rows[0].id }
      const hidden = await api.post(
        "/admin/visibility-rules",
        { name: "No tools", scope: { kind: "everyone" }, target, shows: false },
        staff
      )
      expect(hidden.status).toBe(200)
      for (const q of ["турбинка", "секретка", "сикретка", "ctrhtnrf"]) {
        await expect(found(q)).resolves.toEqual({ articles: [], corrected_to: null })
        await expect(suggested(q)).resolves.toEqual({ entries: [], categories: [], corrected_to: null })
      }
    })

    it("of letters beyond those of two alphabets are words as the titles have them", async () => {
      await put({ words: ["Türbo"], stands_for: ["насос"] })
      await expect(found("türbo")).resolves.toMatchObject({ articles: ["N-1", "V-1"] })
      await expect(found("turbo")).resolves.toMatchObject({ articles: ["N-1", "V-1"] })
      await expect(found("rbo")).resolves.toMatchObject({ articles: [] })
    })

    it("a text of stop words alone finds what begins with its letters, not everything", async () => {
      await expect(found("на")).resolves.toEqual({ articles: ["V-1", "N-1"], corrected_to: null })
      await expect(found("для")).resolves.toEqual({ articles: [], corrected_to: null })
      expect(articles((await suggested("на")).entries)).toEqual(["N-1", "V-1"])
      await expect(found("для насоса")).resolves.toMatchObject({ articles: ["N-1", "V-1"] })
    })
  },
})
