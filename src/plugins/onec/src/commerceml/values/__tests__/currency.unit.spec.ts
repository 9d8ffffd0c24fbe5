import { currencyForErp, parseCurrency } from "../currency"

describe("currencies of 1C", () => {
  it.each([
    ["руб", "rub"],
    ["руб.", "rub"],
    [" РУБ ", "rub"],
    ["RUR", "rub"],
    ["RUB", "rub"],
    ["₽", "rub"],
    ["Российский рубль", "rub"],
    ["рос. руб.", "rub"],
    ["дол.", "usd"],
    ["643", "rub"],
    ["грн", "uah"],
    ["UAH", "uah"],
    ["USD", "usd"],
    ["$", "usd"],
    ["EUR", "eur"],
    ["€", "eur"],
    ["тг", "kzt"],
    ["тенге", "kzt"],
    ["бел.руб", "byn"],
    ["бел. руб.", "byn"],
    ["TRY", "try"],
  ])("%s is %s", (name, code) => expect(parseCurrency(name)).toBe(code))

  it.each([[""], ["у.е."], ["рубли РФ"], ["рубл"], ["RU"], ["999"]])("%p is not a known currency", (name) => {
    expect(parseCurrency(name)).toBeNull()
  })

  it.each([
    ["rub", "руб"],
    ["RUB", "руб"],
    ["usd", "USD"],
  ])("%s is told to 1C as %s", (code, name) => expect(currencyForErp(code)).toBe(name))
})
