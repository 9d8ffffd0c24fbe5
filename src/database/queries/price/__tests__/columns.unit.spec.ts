import fc from "fast-check"
import { eachNumber, eachKey, readColumn, readKeyColumn, readKeys } from "../columns"

const texts = fc.array(fc.constantFrom("", "1", "23.450000", "{1,2}"), { minLength: 1 })
/** A category that is switched off has a negative key. */
const keys = fc.array(fc.integer({ min: -2_147_483_647, max: 2_147_483_647 }).filter((key) => key !== 0))

describe("a column of an answer", () => {
  it("has at each place what was put there, null for an empty text and beyond the end", () => {
    fc.assert(
      fc.property(texts, (column) => {
        const textAt = readColumn(column.join(" "))
        expect([...column, "beyond"].map((_text, place) => textAt(place))).toEqual([...column.map((text) => text || null), null])
      })
    )
  })

  it("is empty where there is none", () => {
    expect(readColumn(null)(0)).toBeNull()
    expect(readKeyColumn(null)).toEqual([])
  })
})

describe("keys", () => {
  it("are read as they were written, parted by blanks or as an array literal", () => {
    fc.assert(
      fc.property(keys, (written) => {
        expect(readKeyColumn(written.join(" "))).toEqual(written)
        expect(readKeys(`{${written.join(",")}}`)).toEqual(written)
      })
    )
  })

  it("are none in no text", () => {
    const visit = jest.fn()
    eachKey(null, visit)
    eachKey("", visit)
    expect(visit).not.toHaveBeenCalled()
  })

  it("of array literals are gone through without their signs", () => {
    const numbersIn = (text: string | null) => {
      const found: number[] = []
      eachNumber(text, (number) => found.push(number))
      return found
    }
    expect(numbersIn("{1,-20} {} {0,2147483647}")).toEqual([1, 20, 0, 2_147_483_647])
    expect(numbersIn("7")).toEqual([7])
    expect(numbersIn("")).toEqual([])
    expect(numbersIn(null)).toEqual([])
  })
})
