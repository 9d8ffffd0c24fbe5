import { maskEmails, maskPersonalData, maskPhone } from "../mask-personal-data"

describe("maskEmails", () => {
  it.each([
    ["anna@dealer.test", "a•••@dealer.test"],
    ["a@b.ru", "a•••@b.ru"],
    ["анна@дилер.рф", "а•••@дилер.рф"],
    ["from anna@dealer.test to boris@mail.dealer.test, twice", "from a•••@dealer.test to b•••@mail.dealer.test, twice"],
    ["Anna <anna+orders@dealer.test>", "Anna <a•••@dealer.test>"],
    ["2 pieces @ 300", "2 pieces @ 300"],
    ["", ""],
  ])("makes %p of it: %p", (text, expected) => {
    expect(maskEmails(text)).toBe(expected)
  })
})

describe("maskPhone", () => {
  it.each([
    ["+7 (495) 123-45-67", "+• (•••) •••-••-67"],
    ["123", "•23"],
    ["12", "•2"],
    ["1", "•"],
    ["", ""],
  ])("makes of %p %p", (phone, expected) => {
    expect(maskPhone(phone)).toBe(expected)
  })
})

describe("maskPersonalData", () => {
  it("masks addresses wherever they stand and phones under their keys, and leaves the rest", () => {
    const value = {
      name: "Anna",
      email: "anna@dealer.test",
      contact: { phone: "+79161234567", mobile_phones: ["89990001122", 89990001133] },
    }
    expect(maskPersonalData({ ...value, inn: "7707083893", amount: 12, none: null })).toEqual({
      name: "Anna",
      email: "a•••@dealer.test",
      contact: { phone: "+•••••••••67", mobile_phones: ["•••••••••22", "•••••••••33"] },
      inn: "7707083893",
      amount: 12,
      none: null,
    })
  })
})
