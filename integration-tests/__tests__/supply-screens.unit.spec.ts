import texts from "../../src/admin/i18n"
import * as shown from "../../src/admin/lib/supplies"
import { AdminChangeSupply, AdminCreateSupply } from "../../src/api/admin/supplies/validators"
import { nextStates, SUPPLY_STATES } from "../../src/modules/supply/rules/move-supply"
import { SUPPLY_ROW_FAULTS } from "../../src/workflows/supply/read-supply-file"

const NEW = { ...shown.formOf(null, []), number: "П-1" }

describe("the screens of supplies", () => {
  it("name every fault of a file, and offer the states and moves that there are", () => {
    expect(Object.keys(texts.en.kontor.supplies.faults)).toEqual([...SUPPLY_ROW_FAULTS])
    expect(shown.SUPPLY_STATES).toEqual(SUPPLY_STATES)
    const open = SUPPLY_STATES.filter((state) => shown.isEditable({ source: "portal", state }))
    expect(open).toEqual(SUPPLY_STATES.filter((state) => nextStates(state).length > 0))
    expect(open.map(shown.statesAfter)).toEqual(open.map((state) => [state, ...nextStates(state)]))
    expect(shown.isEditable({ source: "erp", state: "planned" })).toBe(false)
  })

  it("send lines as they are typed or pasted, which the server can read", () => {
    const body = shown.bodyOf({ ...NEW, expectedOn: "2026-12-01", lines: "A-1;1 200,5\n\nvariant_1\t10\t4\n" })
    expect(body).toEqual({
      ...{ number: "П-1", state: "planned", expected_on: "2026-12-01", warehouse_id: null, supplier_name: null, comment: null },
      lines: [
        { article: "A-1", quantity: "1200.5" },
        { variant_id: "variant_1", quantity: "10", arrived: "4" },
      ],
    })
    expect(AdminCreateSupply.safeParse(body).error).toBeUndefined()
  })

  it.each([
    ["a number", { number: " " }],
    ["a quantity in each line", { lines: "A-1" }],
    ["a quantity that the server takes", { lines: "A-1;1234567890" }],
    ["a product in each line", { lines: ";5" }],
    ["a number of what has arrived", { lines: "A-1;5;all" }],
  ])("send nothing without %s", (_what, part) => {
    expect(shown.bodyOf({ ...NEW, ...part })).toBeNull()
  })

  it("name the lines that are not understood, as they are counted on the screen", () => {
    expect(shown.faultyLines("A-1;5\n\nA-2;five\n;3\nA-3\t1")).toEqual([3, 4])
    expect(shown.faultyLines("")).toEqual([])
  })

  it("give a supply back as it stands, or without its lines where they were not shown", () => {
    const line = { variant_id: "v", product_id: "p", article: "A-1", title: "Drill", variant_title: null, quantity: "12.5", arrived: "2" }
    const supply: shown.SupplyRow = {
      ...{ id: "sply_1", number: "П-1", source: "portal", state: "in_transit", expected_on: null, warehouse: { id: "w", name: "Near" } },
      ...{
        supplier_name: "Завод",
        comment: null,
        as_of: "",
        updated_at: "1",
        line_count: 1,
        quantity: "",
        arrived: "",
        promised: "",
        free: "",
      },
    }
    const body = shown.bodyOf(shown.formOf(supply, [{ ...line, promised: "0", free: "0" }]))
    expect(body).toMatchObject({ warehouse_id: "w", expected_on: null, lines: [{ article: "A-1", quantity: "12.5", arrived: "2" }] })
    const kept = shown.bodyOf(shown.formOf(supply, null), { keepsLines: true })
    expect(AdminChangeSupply.parse({ ...kept, updated_at: "1" })).not.toHaveProperty("lines")
  })
})

describe("the calendar of supplies", () => {
  it("has whole weeks from Monday on", () => {
    const weeks = shown.weeksOf("2026-11")
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([6, "2026-10-26", "2026-12-06"])
    expect(shown.weeksOf("2027-02").flat()).toHaveLength(28)
  })

  it("goes on to the months before and after", () => {
    expect([shown.monthAfter("2026-12", 1), shown.monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"])
  })
})
