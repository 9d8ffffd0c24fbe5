import fc from "fast-check"
import { readProperties, writeProperties } from "../property-lines"

describe("properties in a cell", () => {
  it("stand as people write them, one a line, where that says for certain which they are", () => {
    const written = writeProperties([
      { name: "Цвет", value: "красный" },
      { name: "Формула", value: "a=b" },
      { name: "Размер", value: '1/2"' },
    ])
    expect(written).toBe('Цвет=красный\nФормула=a=b\nРазмер=1/2"')
    expect(readProperties(written)).toEqual([
      { name: "Цвет", value: "красный" },
      { name: "Формула", value: "a=b" },
      { name: "Размер", value: '1/2"' },
    ])
  })

  it("stand in quotation marks where a name has an equals sign, and come back as they went", () => {
    const properties = [
      { name: "L=мм", value: "20" },
      { name: 'Ход "a=b"', value: 'до 3"' },
    ]
    expect(writeProperties(properties)).toBe('"L=мм"="20"\n"Ход ""a=b"""="до 3"""')
    expect(readProperties(writeProperties(properties))).toEqual(properties)
  })

  it("come back as they went, whatever they are made of", () => {
    const text = fc
      .string({ unit: fc.constantFrom("a", "Ж", '"', "=", " ", "\n", "\r", "\\"), minLength: 1, maxLength: 8 })
      .filter((made) => made.length > 0)
    const properties = fc.uniqueArray(fc.record({ name: text, value: text }), { maxLength: 5, selector: (made) => JSON.stringify(made) })
    fc.assert(
      fc.property(properties, (made) => {
        expect(readProperties(writeProperties(made))).toEqual(made)
      }),
      { numRuns: 2_000 }
    )
  })

  it.each([
    [
      "blanks and empty lines",
      " Цвет = красный \r\n\r\n Бренд=Bosch ",
      [
        ["Цвет", "красный"],
        ["Бренд", "Bosch"],
      ],
    ],
    [
      "a mark that is not closed",
      '"Цвет=красный\nБренд"=Bosch',
      [
        ['"Цвет', "красный"],
        ['Бренд"', "Bosch"],
      ],
    ],
    ["a name alone in marks", '"Про" версия=да', [['"Про" версия', "да"]]],
    ["the same twice", "a=b\na=b", [["a", "b"]]],
  ])("are read as before from what people type: %s", (_what, cell, read) => {
    expect(readProperties(cell)).toEqual(read.map(([name, value]) => ({ name, value })))
  })

  it.each(["Цвет", "=красный", "Цвет=", '""="b"', "Цвет=красный\nБренд"])("are refused whole where a line names none: %s", (cell) => {
    expect(readProperties(cell)).toBeNull()
  })
})
