import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { NextSupply } from "../../../src/database/queries/next-supplies"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { dayFromNow, SUPPLIES_PACKAGE, supply, supplyLine } from "../../helpers/supply-records"

jest.setTimeout(240_000)

const AS_OF = "2026-02-01T07:00:00+00:00"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [SUPPLIES_PACKAGE, ...records])
    const entryOf = async (n: number, session = trade.session) =>
      (await api.get(`/store/catalog?q=${articleOf(n)}`, session)).data.entries[0] as { variant_id: string; next_supplies: NextSupply[] }
    const coming = async (n: number, session = trade.session) =>
      (await entryOf(n, session)).next_supplies.map(({ expected_on, free, state }) => `${free} ${state} ${expected_on}`)
    const issues = async () =>
      (await db()("exchange_run_issue").whereLike("code", "supply%").orderBy("code").select("code", "subject")).map(
        ({ code, subject }) => `${code} ${subject}`
      )

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
    })

    it("list and card show the next two days on which something free comes, with the least certain state and its moment", async () => {
      await load(
        supply("s1", [supplyLine("p1", "30", { arrived: "10" }), supplyLine("p1", "2", { coefficient: "12" })]),
        supply("s2", [supplyLine("p1", "6")], { state: "planned", warehouse_external_id: "far" }),
        supply("s3", [supplyLine("p1", "7.5")], { state: "at_customs", expected_on: dayFromNow(20) }),
        supply("s4", [supplyLine("p1", "9")], { expected_on: dayFromNow(30) })
      )
      const { variant_id, next_supplies } = await entryOf(1)
      expect(next_supplies).toEqual([
        { expected_on: dayFromNow(10), state: "planned", free: "50", as_of: AS_OF },
        { expected_on: dayFromNow(20), state: "at_customs", free: "7.5", as_of: AS_OF },
      ])
      expect((await api.get(`/store/catalog/${variant_id}`, trade.session)).data.entry.next_supplies).toEqual(next_supplies)
      expect(await coming(2)).toEqual([])
    })

    it("what is late, has no day, has arrived, was cancelled, is promised or is empty is not shown", async () => {
      await load(
        supply("late", [supplyLine("p1", "1")], { expected_on: dayFromNow(-2) }),
        supply("dateless", [supplyLine("p1", "1")], { expected_on: null }),
        supply("arrived", [supplyLine("p1", "1")], { state: "arrived" }),
        supply("cancelled", [supplyLine("p1", "1")], { state: "cancelled" }),
        supply("empty", [supplyLine("p1", "5", { arrived: "6" })]),
        supply("promised", [supplyLine("p2", "5")])
      )
      expect(await coming(1)).toEqual([])
      expect(await coming(2)).toHaveLength(1)
      await db()("supply_line").where({ quantity: 5, arrived: 0 }).update({ promised: 5 })
      expect(await coming(2)).toEqual([])
    })

    it("a contract that names warehouses sees what goes there; what nobody has told a warehouse of is for who draws from all", async () => {
      await load(
        supply("near", [supplyLine("p1", "1")]),
        supply("far", [supplyLine("p1", "2")], { warehouse_external_id: "far", expected_on: dayFromNow(11) }),
        supply("somewhere", [supplyLine("p2", "3")], { warehouse_external_id: null }),
        supply("unknown", [supplyLine("p3", "4")], { warehouse_external_id: "nowhere" })
      )
      expect(await issues()).toEqual(["supply_warehouse_unknown unknown"])
      expect([await coming(1), await coming(2), await coming(3)].map((days) => days.length)).toEqual([2, 1, 0])
      await db()("contract")
        .where({ number: "C-1" })
        .update({ warehouse_ids: [await internalId(getContainer(), "warehouse", "far")] })
      expect(await coming(1)).toEqual([`2 confirmed ${dayFromNow(11)}`])
      expect(await coming(2)).toEqual([])
      expect(await coming(1, await trade.hire("2"))).toHaveLength(2)
    })

    it("writes what differs and nothing else; the moment follows each word of the ERP", async () => {
      const told = [supply("s1", [supplyLine("p1", "30"), supplyLine("p2", "5")]), supply("s2", [supplyLine("p3", "5")])]
      const first = await load(...told)
      expect(first.counts["supplies"]).toMatchObject({ received: 2, created: 2 })
      expect(first.counts["supply_lines"]).toMatchObject({ received: 3, created: 3 })
      const again = await load(...told)
      expect(again.counts["supply_lines"]).toMatchObject({ created: 0, updated: 0, deleted: 0, unchanged: 3 })
      expect(again.written).toEqual({})
      const later = { ...SUPPLIES_PACKAGE, formed_at: "2026-02-02T10:00:00" }
      const confirmed = await loadRecords(getContainer(), [later, ...told])
      expect(confirmed.written).toEqual({ supply: 2 })
      expect((await entryOf(1)).next_supplies[0]?.as_of).toBe("2026-02-02T07:00:00+00:00")
    })

    it("a supply that moves, shrinks, loses a line, is cancelled or deleted does so in the catalogue too", async () => {
      await load(supply("s1", [supplyLine("p1", "30"), supplyLine("p2", "5")]), supply("s2", [supplyLine("p3", "5")]))
      const moved = await load(supply("s1", [supplyLine("p1", "20")], { expected_on: dayFromNow(12), state: "in_transit" }))
      expect(moved.counts["supplies"]).toMatchObject({ updated: 1 })
      expect(moved.counts["supply_lines"]).toMatchObject({ updated: 1, deleted: 1, created: 0 })
      expect([await coming(1), await coming(2)]).toEqual([[`20 in_transit ${dayFromNow(12)}`], []])
      await load(supply("s1", [supplyLine("p2", "1")], { are_lines_whole: false }))
      expect([(await coming(1)).length, (await coming(2)).length]).toEqual([1, 1])
      const { lines: _untold, ...head } = supply("s1", [], { state: "cancelled", are_lines_whole: false })
      await load(head)
      expect([await coming(1), await coming(2)]).toEqual([[], []])
      const deleted = await load(supply("s2", [], { is_deleted: true }))
      expect(deleted.counts["supplies"]).toMatchObject({ deleted: 1 })
      expect(await coming(3)).toEqual([])
      await load(supply("s2", [supplyLine("p3", "6")]))
      expect(await coming(3)).toEqual([`6 confirmed ${dayFromNow(10)}`])
    })

    it("an older word that comes later changes nothing, and brings nothing back", async () => {
      const at = (formed_at: string, ...records: ErpRecord[]) =>
        loadRecords(getContainer(), [{ ...SUPPLIES_PACKAGE, formed_at }, ...records])
      await at("2026-02-03T10:00:00", supply("s1", [supplyLine("p1", "30")]), supply("s2", [supplyLine("p2", "4")]))
      await at("2026-02-05T10:00:00", supply("s2", [], { is_deleted: true }))
      const late = await at(
        "2026-02-02T10:00:00",
        supply("s1", [supplyLine("p1", "9")], { state: "cancelled" }),
        supply("s2", [supplyLine("p2", "9")])
      )
      expect(late.written).toEqual({ exchange_run_issue: 2 })
      expect((await issues()).sort()).toEqual(["supply_outdated s1", "supply_outdated s2"])
      expect([await coming(1), await coming(2)]).toEqual([[`30 confirmed ${dayFromNow(10)}`], []])
    })

    it("a line of an unknown product, or one that cannot be right, is left out with a remark, and what stood there stays", async () => {
      await load(supply("s1", [supplyLine("p2", "5")]))
      const { counts } = await load(supply("s1", [supplyLine("p9", "1"), supplyLine("p2", "9999999999"), supplyLine("p1", "2")]))
      expect(counts["supply_lines"]).toMatchObject({ received: 3, created: 1, deleted: 0 })
      expect(await coming(2)).toEqual([`5 confirmed ${dayFromNow(10)}`])
      expect(await issues()).toEqual(["supply_line_invalid p2", "supply_offer_unknown p9"])
    })

    it("the database holds promises within what is still to come, whoever writes", async () => {
      await load(supply("s1", [supplyLine("p1", "10", { arrived: "4" })]))
      const line = () => db()("supply_line")
      await line().update({ promised: 6 })
      await expect(line().update({ promised: 6.000001 })).rejects.toThrow("supply_line_promised_check")
      await expect(line().update({ quantity: 9 })).rejects.toThrow("supply_line_promised_check")
      await expect(line().update({ arrived: 5 })).rejects.toThrow("supply_line_promised_check")
      await expect(db()("supply").update({ state: "cancelled" })).rejects.toThrow("supply_line_promised_check")
      await line().update({ promised: 0 })
      await db()("supply").update({ state: "cancelled", expected_on: "2030-01-01" })
      expect(await line().select("is_open", "free", db().raw("expected_on::text"))).toEqual([
        { is_open: false, free: "0.000000", expected_on: "2030-01-01" },
      ])
    })
  },
})
