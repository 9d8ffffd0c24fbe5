import type { Texts } from "./en"

/** Texts of the rates of currencies. */
const currencies: Texts["currencies"] = {
  title: "Курсы валют",
  search: "Код валюты",
  day: "Банковский день",
  currency: "Валюта",
  inCurrency: "В валюте",
  rate: "Курс",
  rateOfOne: "Курс за единицу",
  rateHint: "Сколько стоит столько единиц, как объявляет банк. Хранится курс за единицу, десять знаков после запятой.",
  nominal: "Единиц",
  add: "Добавить курс",
  correct: "Исправить",
  formHint: "Курс действует со своего дня до следующего, но не дольше 14 дней. Цены в другой валюте меняются сразу.",
  remove: "Удалить",
  removed: "Курс удалён",
  removeQuestion: "{{currency}} в {{inCurrency}} на {{day}}: снова будет действовать курс предыдущего дня, если он есть.",
  empty: "Курсов пока нет",
  emptyHint: "Добавьте курс здесь или дождитесь его из 1С. Без курса цены видов в другой валюте не действуют.",
}

export default currencies
