/** Discounts and markups out to a spreadsheet and back. */
const adjustmentFile = {
  open: "Excel",
  title: "Discounts and markups in Excel",
  hint: "Download the rules that were made here, edit and load them: the differences are shown first, and rules change only when they are applied. A row without an ID is a new rule. Articles of a list stand one a line of the cell; “*” leaves the list as it is.",
  differences: "Differences",
  problems: {
    name_missing: "there is no name",
    kind_unreadable: "the kind is percent, money or withhold",
    value_unreadable: "the value is no number",
    quantity_unreadable: "the quantity is no number",
    currency_unreadable: "a currency has three letters",
    day_unreadable: "the day cannot be read",
    stacking_unreadable: "“besides others” is yes or no",
    scope_unreadable: "it is not clear for whom",
    category_unreadable: "the category is named by its ID: several may have one name",
    properties_unreadable:
      'properties are “Name=Value”, one a line; a name with “=” stands in quotation marks as its value does: "Name"="Value"',
    list_unreadable: "a new rule needs its articles: “*” leaves a list as it is",
    too_many_conditions: "too many conditions",
    duplicate: "the row is there twice",
    erp_owned: "the rule comes from 1C",
    adjustment_unknown: "there is no rule with this ID",
    articles_unknown: "articles were not found",
  },
}

export default adjustmentFile
