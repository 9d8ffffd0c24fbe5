import { inImportOrder } from "../package-order"

const at = (name: string, minute = 0) => ({ name, delivered_at: new Date(Date.UTC(2026, 0, 1, 0, minute)) })
const names = (packages: { name: string }[]) => packages.map(({ name }) => name)

describe("packages nobody asked to import", () => {
  it("are taken in the order in which they refer to each other, whatever order they came in", () => {
    const delivered = [
      "rests___1.xml",
      "prices___1.xml",
      "orders-1_1.xml",
      "offers0_1.xml",
      "import0_1.xml",
      "partners___1.json",
      "groups_1_1_x.xml",
    ]
    expect(names(inImportOrder(delivered.map((name, index) => at(name, index))))).toEqual([
      "groups_1_1_x.xml",
      "partners___1.json",
      "import0_1.xml",
      "offers0_1.xml",
      "prices___1.xml",
      "rests___1.xml",
      "orders-1_1.xml",
    ])
  })

  it("of one kind are taken as they were delivered, and then by the numbers in their names", () => {
    expect(names(inImportOrder([at("import0_10.xml", 2), at("import0_2.xml", 2), at("import1_1.xml", 1)]))).toEqual([
      "import1_1.xml",
      "import0_2.xml",
      "import0_10.xml",
    ])
  })

  it("are known by their base name", () => {
    expect(names(inImportOrder([at("1cbitrix/rests.xml"), at("1cbitrix/import.xml", 5)]))).toEqual([
      "1cbitrix/import.xml",
      "1cbitrix/rests.xml",
    ])
  })
})
