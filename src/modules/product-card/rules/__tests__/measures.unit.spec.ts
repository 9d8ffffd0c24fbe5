import { measuresOf } from "../measures"

const ofText = (requisites: Record<string, unknown>) =>
  measuresOf({ fields: {}, requisites }).map(({ name, value, unit }) => `${name} ${value} ${unit}`)

describe("the measures of a product", () => {
  it.each([
    ["kilograms where the text names no unit", { Вес: "0,25" }, ["weight 250 g"]],
    ["the unit that the text names", { Вес: "850 г", Длина: "12.5 см", Высота: "3" }, ["weight 850 g", "length 125 mm", "height 3000 mm"]],
    ["cubic metres as litres", { Объем: "0.0125" }, ["volume 12.5 l"]],
    ["a unit with its power written above", { Объём: "2 м³" }, ["volume 2000 l"]],
    ["the first requisite that says something", { Вес: " ", ВесБрутто: "1" }, ["weight 1000 g"]],
    ["nothing of a zero, of words and of a unit of something else", { Вес: "0.00", Длина: "длинный", Ширина: "3 кг" }, []],
    ["nothing of what is no text", { Вес: { value: 1 } }, []],
  ])("tells %s", (_, requisites, told) => {
    expect(ofText(requisites)).toEqual(told)
  })

  it("are those of the fields where these are set, exact to the digit that was typed", () => {
    expect(measuresOf({ fields: { weight: 0.1, length: 0, width: null }, requisites: { Вес: "5", Ширина: "1" } })).toEqual([
      { name: "weight", value: "0.1", unit: "g" },
      { name: "width", value: "1000", unit: "mm" },
    ])
  })

  it("are none where nothing is known", () => {
    expect(measuresOf({ fields: {}, requisites: null })).toEqual([])
  })
})
