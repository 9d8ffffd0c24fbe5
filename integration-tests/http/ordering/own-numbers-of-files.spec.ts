import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { orderForm } from "../../helpers/order-form"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let variants: string[]

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      const { data } = await api.get("/store/catalog?sort=article", trade.session)
      variants = data.entries.map(({ variant_id }: { variant_id: string }) => variant_id)
    })

    const send = async (rows: (string | number)[][], query = "") => {
      const cart = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
      const form = orderForm([["Артикул", "Ваш код", "Заказ"], ...rows])
      return (await api.post(`/store/carts/${cart}/order-form${query}`, form, trade.session)).data
    }
    const kept = async () => {
      const { data } = await api.get("/store/part-numbers", trade.session)
      return data.part_numbers.map(({ number, variant_id }: { number: string; variant_id: string }) => [number, variant_id])
    }

    it("own numbers beside articles are proposed, and kept on demand", async () => {
      const rows = [[articleOf(1), "Мой 1", 5], [articleOf(2), "Мой 2", 1], [articleOf(3), "", 1], ["нет такого", "Мой 4", 1]] // prettier-ignore
      const proposed = await send(rows)
      expect(proposed.file.header).toMatchObject({ own_number_column: 2 })
      expect(proposed.own_numbers).toEqual([
        { number: "Мой 1", row: 2, variant_id: variants[0], status: "new", known_variant_id: null },
        { number: "Мой 2", row: 3, variant_id: variants[1], status: "new", known_variant_id: null },
      ])
      expect(await kept()).toEqual([])
      const learned = await send(rows, "?learn=true")
      expect(learned.own_numbers).toMatchObject([{ status: "learned" }, { status: "learned" }])
      expect(await kept()).toEqual([["Мой 1", variants[0]], ["Мой 2", variants[1]]]) // prettier-ignore
      expect((await send(rows, "?learn=true")).own_numbers).toEqual([])
      expect((await send([["мой-1", "", 3]])).lines).toMatchObject([{ variant_id: variants[0], status: "added" }])
    })

    it("what a number means so far is never changed by a file, but told", async () => {
      await send([[articleOf(1), "Мой 1", 5]], "?learn=true")
      const { own_numbers } = await send([[articleOf(3), "Мой 1", 5], [articleOf(1), "Х", 1], [articleOf(3), "Х", 1]], "?learn=true") // prettier-ignore
      expect(own_numbers).toEqual([
        { number: "Мой 1", row: 2, variant_id: variants[2], status: "differs", known_variant_id: variants[0] },
        { number: "Х", row: 3, variant_id: variants[0], status: "ambiguous", known_variant_id: null },
      ])
      expect(await kept()).toEqual([["Мой 1", variants[0]]])
    })

    it("numbers of one entity are understood for its holding where that shares them, own ones first, and contradictions not at all", async () => {
      const [first, second] = await Promise.all(["e1", "e2"].map((entity) => internalId(getContainer(), "legal_entity", entity)))
      const company = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
      const holding = await company.createHoldings({ name: "Group" })
      const third = await company.createLegalEntities({ name: "Third", state: "active", holding_id: holding.id })
      await company.updateLegalEntities([first, second].map((id = "") => ({ id, holding_id: holding.id })))
      const other = await trade.hire("2")
      const put = (number: string, variant_id: string | undefined, session = other) =>
        api.post("/store/part-numbers", { part_numbers: [{ number, variant_id }] }, session)
      await put("общий", variants[2])
      const understood = async () => {
        const { lines } = await send([["общий", "", 1]])
        const { data } = await api.get("/store/catalog", { ...trade.session, params: { q: "общий" } })
        return [lines[0].variant_id, data.count]
      }
      expect(await understood()).toEqual([null, 0])
      const staff = await createStaffSession(getContainer())
      const { data } = await api.post(`/admin/holdings/${holding.id}`, { shares_part_numbers: true }, staff)
      expect(data.holding).toMatchObject({ shares_part_numbers: true })
      expect(await understood()).toEqual([variants[2], 1])
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await db.raw(
        `insert into dealer_part_number (id, legal_entity_id, number, number_key, entry_key)
         select 'dpnr_third', ?, number, number_key, (select key from catalog_entry where variant_id = ?) from dealer_part_number where legal_entity_id = ?`,
        [third.id, variants[0] ?? "", second ?? ""]
      )
      expect((await understood())[0]).toBeNull()
      await put("общий", variants[0], trade.session)
      expect((await understood())[0]).toBe(variants[0])
    })

    it("a product that is hidden is neither learned nor told of", async () => {
      await send([[articleOf(1), "Мой 1", 5]], "?learn=true")
      const staff = await createStaffSession(getContainer())
      const scope = { kind: "legal_entity", id: await internalId(getContainer(), "legal_entity", "e1") }
      const target = { kind: "list", articles: [articleOf(1)] }
      await api.post("/admin/visibility-rules", { name: "Rule", scope, target, shows: false }, staff)
      const { own_numbers, lines } = await send([[articleOf(1), "Мой 2", 5], [articleOf(3), "Мой 1", 5]], "?learn=true") // prettier-ignore
      expect(lines).toMatchObject([{ code: "unknown", variant_id: null }, { status: "added" }])
      expect(own_numbers).toEqual([{ number: "Мой 1", row: 3, variant_id: variants[2], status: "differs", known_variant_id: null }])
      expect(await kept()).toEqual([])
    })
  },
})
