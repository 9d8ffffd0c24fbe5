import { refuseUnrefined } from "../refuse-unrefined"

const contract = { id: "ctr_1", number: "C-1" }
const lines = [
  { id: "l1", title: "Hammer", unit_price: "10.00" },
  { id: "l2", title: "Saw", unit_price: "20.00" },
]
describe("placing without the ERP's word", () => {
  it.each([
    ["where nobody asks for it", false],
    ["under a contract that does not ask for it", ["ctr_2"]],
  ])("is allowed %s", (_, required) => {
    expect(refuseUnrefined(required, contract, lines, () => false)).toEqual([])
  })

  it.each([
    ["all contracts", true],
    ["this contract", ["ctr_1"]],
  ])("is refused where %s ask for it, and names what is not confirmed", (_, required) => {
    const refusals = refuseUnrefined(required, contract, lines, (id) => id === "l1")
    expect(refusals).toMatchObject([{ code: "refinement_required", subject: "ctr_1", details: { line_ids: ["l2"] } }])
    expect(refusals[0]?.message).toContain('"Saw" at 20.00')
  })

  it("is no matter once every line is confirmed", () => {
    expect(refuseUnrefined(true, contract, lines, () => true)).toEqual([])
  })
})
