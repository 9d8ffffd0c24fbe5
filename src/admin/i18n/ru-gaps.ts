import type { Texts } from "./en"

/** Texts of what a client does not buy. */
const gaps: Texts["gaps"] = {
  title: "Не покупалось",
  category: "Категория",
  seen: "Клиент видит товаров",
  bought: "Покупал",
  never: "Не покупал",
  above: "На уровень выше",
  empty: "Клиент не видит ни одной категории с товарами.",
}

export default gaps
