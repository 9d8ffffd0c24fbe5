import { parseBoolean } from "../boolean"
import { unitCodeByName, unitNameByCode } from "../units"
import { parseVatRate } from "../vat"

describe("VAT rates of 1C", () => {
  it.each([
    ["20", "20"],
    ["20%", "20"],
    ["10,5 %", "10.5"],
    ["НДС 20%", "20"],
    ["НДС20_120", "20"],
    ["20/120", "20"],
    ["0", "0"],
    ["100", "100"],
  ])("%p is %s percent", (raw, rate) => expect(parseVatRate(raw)).toBe(rate))

  it.each([["Без НДС"], ["без налога"], ["Без налога (НДС)"], ["БезНДС"], ["не облагается НДС"], [""]])("%p means no VAT", (raw) =>
    expect(parseVatRate(raw)).toBeNull()
  )

  it.each([["101"], ["-5"], ["двадцать"], ["1e1"]])("%p is not a rate", (raw) => expect(parseVatRate(raw)).toBeUndefined())
})

describe("flags of 1C", () => {
  it.each([
    ["true", true],
    ["Да", true],
    [" ИСТИНА ", true],
    ["1", true],
    ["false", false],
    ["Нет", false],
    ["0", false],
    ["", null],
    ["P", null],
  ])("%p is %p", (raw, flag) => expect(parseBoolean(raw)).toBe(flag))
})

describe("classified units", () => {
  it("have short names by code, with or without leading zeros", () => {
    expect(unitNameByCode("796")).toBe("шт")
    expect(unitNameByCode("6")).toBe("м")
    expect(unitNameByCode("2009")).toBeUndefined()
  })

  it("have codes by short name, with or without a point", () => {
    expect(unitCodeByName("Шт.")).toBe("796")
    expect(unitCodeByName("штука-дрюка")).toBeUndefined()
  })
})
