import { type ErpOrderState, type ErpRecord, ErpWorkflows, type OutboundOrder } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { setTimeout } from "node:timers/promises"
import { followReservationsWorkflow } from "../../src/workflows/supply/follow-reservations"
import { answerOf } from "./answer-of"
import { articleOf, change, type createTrade } from "./create-trade"
import { loadRecords, TEST_SOURCE } from "./load-records"

/** What the runner gives a spec to ask the server by. */
type Api = Parameters<Parameters<typeof medusaIntegrationTestRunner>[0]["testSuite"]>[0]["api"]
type Trade = Awaited<ReturnType<typeof createTrade>>

export const packageAt = (formed_at: string): ErpRecord => ({
  ...{ kind: "package", content: "offers", is_full: false, external_id: null, formed_at, schema_version: "2.07" },
})

/** What the ERP says of orders is of eleven o'clock; its stock before is of ten, and after of twelve. */
export const AT_TEN = packageAt("2026-02-03T10:00:00")
export const AT_ELEVEN = packageAt("2026-02-03T11:00:00")
export const AT_NOON = packageAt("2026-02-03T12:00:00")

/** Ten pieces of the first product in the warehouse "near", none in the other. */
export const TEN_PIECES: ErpRecord[] = [AT_TEN, change.stock(1, "near", "10"), change.stock(1, "far", "0")]

/** Orders of a trade and what they hold, as a spec asks for them. */
export function reserving(container: MedusaContainer, api: Api, trade: Trade) {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const rule = (fields: object) => db("reservation_rule").insert({ id: "rsvr_1", scope_kind: "everyone", ...fields })

  const fillAll = async (...wanted: [n: number, quantity: number][]) => {
    const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart
    const lines = wanted.map(([n, quantity]) => ({ article: articleOf(n), quantity }))
    const { data } = await api.post(`/store/carts/${id}/lines`, { lines }, trade.session)
    return { id, refused: data.refused as number }
  }
  const fill = (n: number, quantity: number) => fillAll([n, quantity])
  const refusedOf = async (n: number, quantity: number) => (await fill(n, quantity)).refused
  const complete = (cartId: string) => answerOf(api.post(`/store/carts/${cartId}/complete`, {}, trade.session))
  const placeAll = async (...wanted: [n: number, quantity: number][]) => {
    const { id, refused } = await fillAll(...wanted)
    expect(refused).toBe(0)
    return complete(id)
  }
  const place = (n: number, quantity: number) => placeAll([n, quantity])
  const order = async (n: number, quantity: number): Promise<string> => (await place(n, quantity)).data.order.id
  /** An order of several products. */
  const orderAll = async (...wanted: [n: number, quantity: number][]): Promise<string> => (await placeAll(...wanted)).data.order.id
  const say = async (orderId: string, said: Partial<ErpOrderState>, formed: ErpRecord = AT_ELEVEN) => {
    const { number } = await db("erp_outbox").where({ subject_id: orderId }).first("number")
    const state: ErpRecord = {
      ...{ kind: "order_state", external_id: `erp-${number}`, number, erp_number: number, erp_date: null, status: null },
      ...{ is_posted: true, is_cancelled: false, paid_on: null, shipped_on: null, total: null, currency_code: null, lines: [] },
      ...said,
    }
    return loadRecords(container, [formed, state])
  }
  const follow = async () => (await followReservationsWorkflow(container).run()).result
  const expireNow = (orderId: string) =>
    db("order_reservation")
      .where({ order_id: orderId })
      .update({ warn_at: null, reserved_until: new Date(0) })
  const state = async (orderId: string) => (await db("order_reservation").where({ order_id: orderId }).first("state")).state
  const until = async (orderId: string) =>
    (await db("order_reservation").where({ order_id: orderId }).first("reserved_until")).reserved_until as Date | null
  const hoursLeft = async (orderId: string) => Math.round((Number(await until(orderId)) - Date.now()) / 3_600_000)

  /** "stock/reserved" of the n-th product over its warehouses; both columns of what is reserved, and the rows behind, say the same. */
  const stock = async (n: number) => {
    const levels = await db("inventory_level")
      .whereIn(
        "inventory_item_id",
        db("catalog_entry")
          .where({ article: articleOf(n) })
          .select("inventory_item_id")
      )
      .orderBy("stocked_quantity", "desc")
    for (const { inventory_item_id, location_id, reserved_quantity, raw_reserved_quantity } of levels) {
      const behind = await db("reservation_item").where({ inventory_item_id, location_id, deleted_at: null }).select("quantity")
      const held = behind.reduce((sum, { quantity }) => sum + Number(quantity), 0)
      expect([Number(reserved_quantity), Number(raw_reserved_quantity.value)]).toEqual([held, held])
    }
    return levels.map(({ stocked_quantity, reserved_quantity }) => `${Number(stocked_quantity)}/${Number(reserved_quantity)}`)
  }
  /** What a subscriber does comes after the answer; the time limit of the test ends the wait. */
  const untilStock = async (n: number, expected: string[]) => {
    while (JSON.stringify(await stock(n).catch(() => null)) !== JSON.stringify(expected)) {
      await setTimeout(50)
    }
  }
  const collect = async () => {
    const engine = container.resolve(Modules.WORKFLOW_ENGINE)
    const { result } = await engine.run(ErpWorkflows.collectOrders, { input: { source: TEST_SOURCE } })
    const orders = result as OutboundOrder[]
    await engine.run(ErpWorkflows.confirmOrders, { input: { source: TEST_SOURCE, order_ids: orders.map(({ order_id }) => order_id) } })
    return orders.map(({ order_id }) => order_id)
  }

  const orderOf = async (orderId: string) => (await api.get(`/store/company-orders/${orderId}`, trade.session)).data.order
  const stageOf = async (orderId: string): Promise<string> => (await orderOf(orderId)).stage

  return {
    rule,
    orderOf,
    stageOf,
    fill,
    refusedOf,
    complete,
    place,
    order,
    orderAll,
    say,
    follow,
    expireNow,
    state,
    until,
    hoursLeft,
    stock,
    untilStock,
    collect,
  }
}
