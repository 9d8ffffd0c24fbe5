import { cityOf } from "../city-of"
import { firstName } from "../first-name"
import { readRating } from "../rating"

describe("the author of a review", () => {
  it.each([
    ["Петров Иван Сергеевич", "Иван"],
    ["Иван Сергеевич Петров", "Иван"],
    ["Мария Ильинична", "Мария"],
    ["Ким Олег Кузьмич", "Олег"],
    ["Иван Петров", "Иван"],
    ["Петрова Ирина", "Ирина"],
    ["Константин Константинов", "Константин"],
    ["Анна", "Анна"],
    ["John Smith", "John"],
  ])("of the name «%s» is shown as %s", (name, shown) => {
    expect(firstName(name)).toBe(shown)
  })

  it.each([["Петров"], ["Иванов Петров"], ["Ким Ли"], ["Петров И. С."], ["И. Петров"], ["Smith"], ["Отдел закупок Север"], [""]])(
    "is not shown where «%s» does not tell the first name",
    (name) => {
      expect(firstName(name)).toBeNull()
    }
  )

  it.each([
    ["г. Пермь, ул. Ленина, д. 1", "Пермь"],
    ["125009, г Москва", "Москва"],
    ["Ростовская обл., город Ростов-на-Дону, пр-кт Мира", "Ростов-на-Дону"],
    ["141400, Московская обл, г Нижний Новгород, ул Мира", "Нижний Новгород"],
  ])("of the address «%s» is from %s", (address, city) => {
    expect(cityOf(address)).toBe(city)
  })

  it.each([["Пермский край, пос. Полазна"], [null], ["стр. 5, корпус г"]])("is from nowhere that «%s» does not call a city", (address) => {
    expect(cityOf(address)).toBeNull()
  })
})

describe("the rating of a product", () => {
  it.each([
    ["9 2", { average: "4.5", count: 2 }],
    ["17 4", { average: "4.3", count: 4 }],
    ["13 3", { average: "4.3", count: 3 }],
    ["5 1", { average: "5", count: 1 }],
    [null, null],
  ])("of %s is read exactly", (written, rating) => {
    expect(readRating(written)).toEqual(rating)
  })
})
