/** Texts of what a client does not buy. */
export default {
  title: "Never bought",
  category: "Category",
  seen: "Products the client sees",
  bought: "Bought before",
  never: "Never bought",
  above: "One level up",
  empty: "The client sees no category with products.",
}
