/** Texts of the labels that shut adjustments off. */
export default {
  title: "Labels without discounts",
  label: "Label",
  products: "Products",
  add: "Add a label",
  addHint: "Discounts and markups hold no more for products with this label. Prices of contracts still do.",
  search: "Tag of products",
  remove: "Remove",
  removed: "Discounts hold again for products with this label",
  removeQuestion: "Discounts and markups hold again for products with the label «{{label}}».",
  empty: "Every product takes discounts",
  emptyHint: "Add a label here, or let 1C send it: discounts and markups do not hold for products that bear it.",
}
