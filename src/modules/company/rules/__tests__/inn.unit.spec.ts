import fc from "fast-check"
import { isValidInn } from "../inn"

describe("isValidInn", () => {
  it.each([
    ["a company's number with a right control digit", "7707083893", true],
    ["a sole trader's number with right control digits", "500100732259", true],
    ["a company's number with a wrong control digit", "7707083894", false],
    ["a sole trader's number whose first control digit is wrong", "500100732269", false],
    ["a sole trader's number whose second control digit is wrong", "500100732258", false],
    ["nine digits", "770708389", false],
    ["eleven digits", "77070838931", false],
    ["letters", "77070838A3", false],
    ["spaces around a right number", " 7707083893 ", false],
    ["nothing", "", false],
  ])("judges %s", (_title, inn, valid) => {
    expect(isValidInn(inn)).toBe(valid)
  })

  it("notices any single wrong control digit", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (base) => {
        const valid = Array.from({ length: 10 }, (_, digit) => `${base}${digit}`).filter(isValidInn)
        expect(valid).toHaveLength(1)
      })
    )
  })
})
