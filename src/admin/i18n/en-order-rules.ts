/** Texts of the rules by how much is ordered. */
export const orderRules = {
  title: "Order rules",
  search: "Client, product, category or document",
  target: "What",
  targets: { product: "Product", category: "Category", everything: "All products" },
  multiplicity: "Multiplicity",
  minimum: "Minimum",
  maximum: "Maximum",
  hints: {
    multiplicity: "Empty: the rule says nothing of it. 1 lifts what a farther rule says.",
    minimum: "Empty: the rule says nothing of it. 0 lifts what a farther rule says.",
    maximum: "Empty: the rule says nothing of it.",
  },
  unit: "Unit",
  unitChoice: "Unit of the quantities; none chosen: base units",
  baseUnit: "base",
  add: "Add a rule",
  create: "New order rule",
  change: "Change of an order rule",
  changeIt: "Change",
  end: "End",
  ended: "The rule has ended",
  endQuestion: "{{scope}}, {{target}}: from now on what farther rules or the product itself say holds.",
  lookFirst: "Look first at what changes: how many products and contracts are reached, and what may be ordered before and after.",
  comparedAll: "Other quantities in {{changed}} pairs of contract and product ({{contracts}} contracts, {{products}} products).",
  comparedPart:
    "Other quantities in {{changed}} pairs of contract and product of those compared: {{contracts}} contracts, {{products}} products.",
  impossible: "Could not be ordered at all: {{total}}",
  from: "from {{minimum}} by {{step}}",
  upTo: "up to {{maximum}}",
  nothing: "cannot be ordered",
  bypassed: "Past the order rules, {{name}}: {{reason}}",
  empty: "No order rules yet",
  emptyHint: "What the products themselves say in 1C holds. Add a rule here for clients, categories or contracts.",
}

/** Why a rule was not taken, by code. */
export const refusedOrderRules = {
  order_rule_category_unknown: "This category of products is there no more.",
  order_rule_empty: "Give a multiplicity, a minimum or a maximum.",
  order_rule_exists: "There is a rule for these clients, products and this unit already: change that one.",
  order_rule_impossible: "By this rule nothing could be ordered: the maximum is below the first possible quantity, or is zero.",
  order_rule_product_unknown: "This product is there no more.",
  order_rule_scope_invalid: "Choose for whom the rule is.",
  order_rule_scope_unknown: "Whom the rule is for is there no more.",
  order_rule_target_invalid: "A rule is about one product, one category or everything.",
  order_rule_unit_unknown: "No product is sold by this unit.",
}
