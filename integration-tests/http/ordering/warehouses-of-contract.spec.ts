import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { articleOf, createTrade, internalId, STOCK } from "../../helpers/create-trade"

jest.setTimeout(180_000)

type Trade = Awaited<ReturnType<typeof createTrade>>

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Trade
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const post = (path: string, body: object = {}) => answerOf(api.post(path, body, trade.session))

    /** Dealer 1 draws from these warehouses only; "no" is one that nobody knows. */
    const drawFrom = async (...warehouses: ("near" | "far" | "no")[]) => {
      const ids = await Promise.all(warehouses.map((name) => (name === "no" ? "unknown" : internalId(getContainer(), "warehouse", name))))
      await db()("contract").where({ number: "C-1" }).update({ warehouse_ids: ids })
    }
    const firstEntry = async (session = trade.session) =>
      (await api.get(`/store/catalog?q=${articleOf(1)}`, session)).data.entries[0] as { variant_id: string; stock: Shelf[] }
    const shelves = ({ stock }: { stock: Shelf[] }) => stock.map(({ name, available }) => `${name} ${available}`)
    const newCart = async (): Promise<string> => (await post("/store/carts", { region_id: trade.store.region_id })).data.cart.id
    const put = (cartId: string, quantity: number) => post(`/store/carts/${cartId}/lines`, { lines: [{ article: articleOf(1), quantity }] })

    interface Shelf {
      name: string
      available: string
    }

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
    })

    it("the catalogue shows the stock of the warehouses that the contract names, and of all when it names none", async () => {
      expect(shelves(await firstEntry())).toEqual([`Far ${STOCK.far}`, `Near ${STOCK.near}`])
      await drawFrom("far")
      const entry = await firstEntry()
      expect(shelves(entry)).toEqual([`Far ${STOCK.far}`])
      expect(shelves((await api.get(`/store/catalog/${entry.variant_id}`, trade.session)).data.entry)).toEqual([`Far ${STOCK.far}`])
      expect(shelves(await firstEntry(await trade.hire("2")))).toHaveLength(2)
    })

    it("stock routes tell nothing of single warehouses by their relations", async () => {
      const { variant_id } = await firstEntry()
      const levels = "inventory_items.inventory.location_levels"
      const cartId = await newCart()
      await put(cartId, 1)
      for (const path of [
        `/store/products?fields=id,*variants.${levels},*variants.inventory_items.inventory`,
        `/store/product-variants/${variant_id}?fields=id,*${levels},inventory_items.inventory.stocked_quantity`,
        `/store/carts/${cartId}?fields=+items.variant.${levels}.stocked_quantity,*items.variant.inventory_items.inventory`,
      ]) {
        const { status, data } = await answerOf(api.get(path, trade.session))
        const told = JSON.stringify(data)
        expect({ path, status, told }).toMatchObject({
          status: 200,
          told: expect.not.stringMatching(/stocked_quantity|location_levels/),
        })
      }
    })

    it("the sum of all warehouses is told by stock routes to whom draws from all of them", async () => {
      const sum = async () => {
        const { data } = await api.get("/store/products?fields=id,variants.id,+variants.inventory_quantity", trade.session)
        return data.products[0].variants[0].inventory_quantity
      }
      expect(await sum()).toBe(Number(STOCK.far) + Number(STOCK.near))
      await drawFrom("far")
      expect(await sum()).toBeUndefined()
    })

    it("a cart takes what these warehouses hold and not a piece more, by either way to a cart", async () => {
      await drawFrom("far")
      const cartId = await newCart()
      const refused = await put(cartId, Number(STOCK.far) + 1)
      expect(refused.data.lines).toMatchObject([{ status: "refused", code: "insufficient_stock", available: STOCK.far }])
      const { variant_id } = await firstEntry()
      const stockWay = await post(`/store/carts/${cartId}/line-items`, { variant_id, quantity: Number(STOCK.far) + 1 })
      expect(stockWay.data).toMatchObject({ code: "insufficient_stock" })
      expect((await put(cartId, Number(STOCK.far))).data.refused).toBe(0)
    })

    it("an order is taken from these warehouses only, though another one is fuller", async () => {
      await drawFrom("far")
      const cartId = await newCart()
      await put(cartId, 10)
      expect((await post(`/store/carts/${cartId}/complete`)).status).toBe(200)
      const far = await internalId(getContainer(), "warehouse", "far")
      expect(await db()("reservation_item").select("location_id", "quantity")).toEqual([{ location_id: far, quantity: "10" }])
    })

    it("an order is refused when the contract was narrowed after the cart was filled", async () => {
      const cartId = await newCart()
      await put(cartId, Number(STOCK.far) + 1)
      await drawFrom("far")
      const { status, data } = await post(`/store/carts/${cartId}/complete`)
      expect([status, data.refusals.map(({ code }: { code: string }) => code)]).toEqual([400, ["insufficient_stock"]])
      expect(await db()("reservation_item")).toEqual([])
    })

    it("a contract of unknown warehouses only draws from none", async () => {
      await drawFrom("no")
      expect(shelves(await firstEntry())).toEqual([])
      expect((await put(await newCart(), 1)).data.lines).toMatchObject([{ code: "insufficient_stock", available: "0" }])
    })
  },
})
