import { positionRequisite } from "../stage/position-requisite"

const NAMES = ["Порядок", "Сортировка"]

it.each([
  ["is none where no requisite tells one", { Вес: "2" }, undefined],
  ["is none where the requisite is empty", { Порядок: " " }, undefined],
  ["is read of the preferred requisite", { Сортировка: "2", Порядок: "1" }, { value: 1 }],
  ["is read of the next one where the preferred is empty", { Сортировка: "2", Порядок: "" }, { value: 2 }],
  ["may be zero", { Порядок: "0" }, { value: 0 }],
  ["may be grouped as 1C groups thousands", { Порядок: "1\u00a0200" }, { value: 1200 }],
  ["may have nine digits", { Порядок: "999999999" }, { value: 999_999_999 }],
  ["may not have ten", { Порядок: "1000000000" }, { invalid: "1000000000" }],
  ["may not be a fraction", { Порядок: "1,5" }, { invalid: "1,5" }],
  ["may not be negative", { Порядок: "-1" }, { invalid: "-1" }],
])("a sort number %s", (_, requisites, expected) => {
  expect(positionRequisite(requisites as Record<string, string>, NAMES)).toEqual(expected)
})

it("a product without requisites has no sort number", () => {
  expect(positionRequisite(undefined, NAMES)).toBeUndefined()
})
