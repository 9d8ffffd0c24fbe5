import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { planSupply } from "../../../src/database/supplies/plan-supply"
import { saveSupply } from "../../../src/database/supplies/save-supply"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade } from "../../helpers/create-trade"
import { orderForm } from "../../helpers/order-form"
import { dayFromNow } from "../../helpers/supply-records"

jest.setTimeout(240_000)

const HEAD = ["Номер", "Дата", "Склад", "Поставщик", "Артикул", "Количество"]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let staff: { headers: Record<string, string> }

    beforeEach(async () => {
      await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
    })

    const send = (rows: unknown[][], apply: boolean, session = staff) =>
      answerOf(api.post(`/admin/supply-imports?apply=${String(apply)}`, orderForm([HEAD, ...rows]), session))
    const results = ({ data }: { data: { supplies: { number: string; result: string; code: string | null }[] } }) =>
      data.supplies.map(({ number, result, code }) => [number, result, code].filter(Boolean).join(" "))
    const supplies = async () => (await api.get("/admin/supplies", staff)).data.supplies
    const ROWS = [
      ["Ф-1", dayFromNow(10), "Near", "Завод", articleOf(1), 30],
      ["Ф-1", "", "", "", articleOf(2), "2,5"],
      ["Ф-2", "", "", "", articleOf(1), 5],
    ]

    it("are tried without a trace, and then make what was shown; the same again changes nothing", async () => {
      expect(results(await send(ROWS, false))).toEqual(["Ф-1 created", "Ф-2 created"])
      expect(await supplies()).toEqual([])
      expect(results(await send(ROWS, true))).toEqual(["Ф-1 created", "Ф-2 created"])
      expect(await supplies()).toMatchObject([
        {
          number: "Ф-1",
          state: "planned",
          expected_on: dayFromNow(10),
          warehouse: { name: "Near" },
          supplier_name: "Завод",
          quantity: "32.5",
        },
        { number: "Ф-2", expected_on: null, warehouse: null, quantity: "5" },
      ])
      expect(results(await send(ROWS, true))).toEqual(["Ф-1 unchanged", "Ф-2 unchanged"])
    })

    it("keep what they do not say of a supply, and what has arrived of it; lines that they leave out are gone", async () => {
      await send(ROWS, true)
      const [first] = await supplies()
      const { number, expected_on, supplier_name, updated_at } = first
      const lines = [articleOf(1), articleOf(2)].map((article) => ({ article, quantity: "30", arrived: "4" }))
      const head = { number, expected_on, supplier_name, warehouse_id: first.warehouse.id, state: "in_transit" }
      await api.post(`/admin/supplies/${first.id}`, { ...head, lines, updated_at }, staff)
      expect(results(await send([["Ф-1", dayFromNow(12), "", "", articleOf(1), 40]], true))).toEqual(["Ф-1 changed"])
      expect((await supplies())[0]).toMatchObject({
        ...{ state: "in_transit", expected_on: dayFromNow(12), warehouse: { name: "Near" }, supplier_name: "Завод" },
        ...{ line_count: 1, quantity: "40", arrived: "4" },
      })
    })

    it("refuse a supply as a whole and write the others", async () => {
      const answer = await send(
        [
          ["Ф-1", "", "", "", articleOf(1), 1],
          ["Ф-2", "", "", "", "none", 1],
          ["Ф-3", "", "Nowhere", "", articleOf(1), 1],
          ["Ф-4", dayFromNow(1), "", "", articleOf(1), 1],
          ["Ф-4", dayFromNow(2), "", "", articleOf(2), 1],
          ["Ф-5", "", "", "", articleOf(1), "many"],
          ["Ф-5", "", "", "", articleOf(2), 2],
          ["", "", "", "", articleOf(2), 2],
        ],
        true
      )
      expect(results(answer)).toEqual([
        ...["Ф-1 created", "Ф-2 refused product_unknown", "Ф-3 refused warehouse_unknown"],
        ...["Ф-4 refused rows_differ", "Ф-5 refused rows_faulty"],
      ])
      expect(answer.data.faults).toMatchObject([
        { file_row: 7, number: "Ф-5", code: "quantity_unreadable" },
        { file_row: 9, code: "number_missing" },
      ])
      expect((await supplies()).map(({ number }: { number: string }) => number)).toEqual(["Ф-1"])
    })

    it("refuse more lines, numbers or characters than there may be", async () => {
      const many = Array.from({ length: 5_001 }, () => ["Ф-1", "", "", "", articleOf(1), 1])
      const long = ["9".repeat(101), "", "", "", articleOf(1), 1]
      const answer = await send([...many, long], true)
      expect(results(answer)).toEqual(["Ф-1 refused supply_lines_too_many", `${"9".repeat(101)} refused rows_faulty`])
      expect(answer.data.faults).toMatchObject([{ file_row: 5_003, code: "text_too_long" }])
      const supplies = Array.from({ length: 201 }, (_, place) => [`Ф-${place}`, "", "", "", articleOf(1), 1])
      expect((await send(supplies, true)).data.code).toBe("too_many_supplies")
    })

    it("do not undo what was changed after they were read", async () => {
      await send(ROWS, true)
      const container = getContainer()
      const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const told = { number: "Ф-1", expected_on: null, warehouse: null, supplier: null, lines: [{ article: articleOf(1), quantity: "40" }] }
      const planned = await planSupply(db, told)
      const [{ id, updated_at, number, expected_on }] = await supplies()
      await api.post(`/admin/supplies/${id}`, { number, expected_on, state: "in_transit", updated_at }, staff)
      await expect(db.transaction((trx) => saveSupply(trx, planned))).rejects.toMatchObject({ code: "changed_meanwhile" })
    })

    it("are for heads of sales; a file without the columns is refused", async () => {
      const manager = await createManagerSession(getContainer(), { role: "manager" })
      expect((await send(ROWS, false, manager)).data.code).toBe("role_insufficient")
      const strange = await answerOf(api.post("/admin/supply-imports", orderForm([["A", "B"], ["1", "2"]]), staff)) // prettier-ignore
      expect(strange.data.code).toBe("price_file_columns_unknown")
    })
  },
})
