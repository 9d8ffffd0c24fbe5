import type { Texts } from "./en"

/** Texts of the labels that shut adjustments off. */
const exclusiveLabels: Texts["exclusiveLabels"] = {
  title: "Метки без скидок",
  label: "Метка",
  products: "Товаров",
  add: "Добавить метку",
  addHint: "Скидки и наценки перестанут действовать на товары с этой меткой. Цены договоров останутся.",
  search: "Метка товаров",
  remove: "Убрать",
  removed: "Скидки снова действуют на товары с этой меткой",
  removeQuestion: "Скидки и наценки снова будут действовать на товары с меткой «{{label}}».",
  empty: "Скидки действуют на все товары",
  emptyHint: "Добавьте метку здесь или дождитесь её из 1С: на товары с ней скидки и наценки не действуют.",
}

export default exclusiveLabels
