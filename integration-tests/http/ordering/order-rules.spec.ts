import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { Refusal } from "@kontor/framework"
import { type Answer, answerOf } from "../../helpers/answer-of"
import { completeByStock } from "../../helpers/complete-by-stock"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { orderForm } from "../../helpers/order-form"

jest.setTimeout(240_000)

/** For the first product: by 4, from 8 to 20. */
const BOUNDS = { multiplicity: 4, minimum: 8, maximum: 20 }

/** What is asked of it, and how that is refused. */
const ASKED = [
  { quantity: 4, code: "quantity_below_minimum", nearest: { lower: null, upper: "8" } },
  { quantity: 24, code: "quantity_above_maximum", nearest: { lower: "20", upper: null } },
  { quantity: 10, code: "quantity_not_multiple", nearest: { lower: "8", upper: "12" } },
  { quantity: 8.5, code: "quantity_fractional", nearest: { lower: "8", upper: "12" } },
]

type Told = { code: string; nearest: unknown }
type Said = { code: string; message: string }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let contractId: string
    let variant_id: string
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const session = () => trade.session
    const post = (path: string, body: unknown) => answerOf(api.post(path, body, session()))

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      contractId = await internalId(getContainer(), "contract", "c1")
      variant_id = await internalId(getContainer(), "offer", "p1")
    })

    const rule = (facts: object, scope: [string, string] = ["everyone", ""]) =>
      db()("order_rule").insert({
        id: `ordr_${Object.values(facts).join("_")}_${scope[1]}`,
        scope_kind: scope[0],
        scope_id: scope[1],
        source: "portal",
        ...facts,
      })
    const entryKey = async () => (await db()("catalog_entry").where({ variant_id }).first("key")).key
    const bind = async (scope?: [string, string]) => rule({ entry_key: await entryKey(), ...BOUNDS }, scope)
    const newCart = async (): Promise<string> => (await post("/store/carts", { region_id: trade.store.region_id })).data.cart.id
    const put = (id: string, quantity: number) => post(`/store/carts/${id}/lines`, { lines: [{ variant_id, quantity }], mode: "set" })
    const cartWith = async (quantity: number): Promise<string> => {
      const id = await newCart()
      expect((await put(id, quantity)).data).toMatchObject({ accepted: 1 })
      return id
    }

    const toldOf = ({ code, details }: Refusal): Told => ({ code, nearest: (details as { nearest?: unknown } | undefined)?.nearest })
    const refusalsOf = ({ data }: Answer): Told[] => data.refusals.map(toldOf)
    const linesOf = ({ data }: Answer): Told[] => data.lines.map(({ code, nearest }: Told) => ({ code, nearest }))
    /** A stock flow tells one refusal by its code, and the possible quantities in its sentence. */
    const saidOf = ({ code, message }: Said, quantity: number): Told[] => {
      const offers = /possible: (.*)$/.exec(message)?.[1]?.split(" or ") ?? []
      const nearest = (isNear: (offer: number) => boolean) => offers.find((offer) => isNear(Number(offer))) ?? null
      return [{ code, nearest: { lower: nearest((offer) => offer < quantity), upper: nearest((offer) => offer > quantity) } }]
    }
    const thrownBy = async (task: Promise<unknown>, quantity: number): Promise<Told[]> =>
      task.then(
        () => [],
        (error: Said) => saidOf(error, quantity)
      )

    /** Every way by which a quantity comes into a cart or an order, and what it tells. Carts hold no fractions, so there are none to be found later. */
    const ways: Record<string, { ask: (quantity: number) => Promise<Told[]>; isWholeOnly?: true }> = {
      "lines in bulk": {
        ask: async (quantity) => {
          await bind()
          return linesOf(await put(await newCart(), quantity))
        },
      },
      "an order form": {
        ask: async (quantity) => {
          await bind()
          const form = orderForm([["Артикул", "Количество"], [articleOf(1), quantity]]) // prettier-ignore
          return linesOf(await post(`/store/carts/${await newCart()}/order-form`, form))
        },
      },
      "a line of a stock route": {
        ask: async (quantity) => {
          await bind()
          return saidOf((await post(`/store/carts/${await newCart()}/line-items`, { variant_id, quantity })).data, quantity)
        },
      },
      "a change by a stock route": {
        ask: async (quantity) => {
          const id = await cartWith(8)
          await bind()
          const { items } = (await api.get(`/store/carts/${id}`, session())).data.cart
          return saidOf((await post(`/store/carts/${id}/line-items/${items[0].id}`, { quantity })).data, quantity)
        },
      },
      "a new cart with lines": {
        ask: async (quantity) => {
          await bind()
          const items = [{ variant_id, quantity }]
          return saidOf((await post("/store/carts", { region_id: trade.store.region_id, items })).data, quantity)
        },
      },
      "a cart that goes over to another contract": {
        isWholeOnly: true,
        ask: async (quantity) => {
          const id = await cartWith(quantity)
          const contract_id = await internalId(getContainer(), "contract", "c2")
          const legal_entity_id = await internalId(getContainer(), "legal_entity", "e1")
          await db()("contract").where({ id: contract_id }).update({ legal_entity_id })
          await bind(["contract", contract_id])
          const { cart } = (await post(`/store/carts/${id}/contract`, { contract_id })).data
          return cart.lines[0].changes.map(({ reason, nearest }: { reason: string; nearest: unknown }) => ({ code: reason, nearest }))
        },
      },
      placing: {
        isWholeOnly: true,
        ask: async (quantity) => {
          const id = await cartWith(quantity)
          await bind()
          return refusalsOf(await post(`/store/carts/${id}/complete`, {}))
        },
      },
      "Medusa's own placing": {
        isWholeOnly: true,
        ask: async (quantity) => {
          const id = await cartWith(quantity)
          await bind()
          return thrownBy(completeByStock(getContainer(), id), quantity)
        },
      },
      "an order that staff make": {
        ask: async (quantity) => {
          await bind()
          const { region_id, sales_channel_id } = trade.store
          const items = [{ variant_id, quantity, title: "Product 1", unit_price: 1.5 }]
          const input = { region_id, sales_channel_id, items, additional_data: { contract_id: contractId } }
          return thrownBy(createOrderWorkflow(getContainer()).run({ input }), quantity)
        },
      },
    }

    it.each(Object.keys(ways))("%s: each code refuses, and what is possible is named", async (way) => {
      for (const { quantity, code, nearest } of ASKED) {
        if (Number.isInteger(quantity) || !ways[way]?.isWholeOnly) {
          await db()("order_rule").delete()
          expect([quantity, await ways[way]?.ask(quantity)]).toEqual([quantity, [{ code, nearest }]])
        }
      }
    })

    it("names the product, the contract and the possible quantities in the sentence", async () => {
      await bind()
      const { data } = await put(await newCart(), 10)
      expect(data.lines[0].message).toBe(
        `"Product 1" (${articleOf(1)}) under contract C-1: Quantity 10 is refused: sold by 4, at least 8, at most 20; possible: 8 or 12`
      )
    })

    it("shows the catalogue, and each unit, what holds for the contract", async () => {
      await rule({ multiplicity: 18 }, ["contract", contractId])
      await rule({ unit_code: "778", minimum: 2, maximum: 10 }, ["contract", contractId])
      const { entries } = (await api.get("/store/catalog?sort=article", session())).data
      expect(entries[1]).toMatchObject({ multiplicity: "18", minimum: "0", maximum: null })
      expect(entries[2]).toMatchObject({
        ...{ multiplicity: "18", minimum: "24", maximum: "120" },
        units: [
          { code: "796", quantities: { step: "18", minimum: "36", maximum: "108" } },
          { code: "778", quantities: { step: "3", minimum: "3", maximum: "9" } },
        ],
      })
      const stranger = (await api.get("/store/catalog?sort=article", await trade.hire("2"))).data.entries
      expect(stranger[1]).toMatchObject({ multiplicity: "6", minimum: "0", maximum: null })
    })

    it("shows in the cart what holds for each line, and what an order would refuse", async () => {
      const id = await cartWith(10)
      const told = async () => (await api.get(`/store/carts/${id}`, session())).data.cart.quantities
      expect(await told()).toMatchObject([{ multiplicity: "1", minimum: "0", maximum: null, refused: null }])
      await bind()
      expect(await told()).toMatchObject([
        {
          ...{ multiplicity: "4", minimum: "8", maximum: "20" },
          refused: { code: "quantity_not_multiple", nearest: { lower: "8", upper: "12" } },
        },
      ])
    })

    it("takes no part of a pack", async () => {
      const lines = [{ article: articleOf(3), quantity: "1.5", unit: "упак" }]
      expect((await post(`/store/carts/${await newCart()}/lines`, { lines })).data.lines).toMatchObject([
        { code: "quantity_fractional", nearest: { lower: "12", upper: "24" } },
      ])
    })
  },
})
