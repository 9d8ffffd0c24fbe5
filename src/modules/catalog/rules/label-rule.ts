/** In which colours a label is shown: those of Medusa's badges. */
export const LABEL_COLOURS = ["grey", "green", "red", "blue", "orange", "purple"] as const
export type LabelColour = (typeof LABEL_COLOURS)[number]

/**
 * By what goods bear a label, besides those that were given it by hand:
 * - `new`: dealers could see them first in the last so many days, and not before a day (null = whenever; goods of a first load are not new);
 * - `property`: a property of theirs, as the ERP calls it, has a value;
 * - `requisite`: a requisite of theirs (реквизит, as CommerceML carries beside properties: «Хит» = «true»), as the ERP writes it, says so;
 * - `discount`: a discount for everyone of so many percent or more aims at them today. Discounts that aim at labels do not count;
 * - `price_below`: their price of one type is so many percent, or more, below that of another one;
 * - `bestseller`: they are among the so many that were in the most orders of the last so many days.
 */
export type LabelRule =
  | { kind: "new"; days: number; not_before: string | null }
  | { kind: "property"; name: string; value: string }
  | { kind: "requisite"; name: string; value: string }
  | { kind: "discount"; percent: number }
  | { kind: "price_below"; price_type_id: string; below_type_id: string; percent: number }
  | { kind: "bestseller"; count: number; days: number }

export const LABEL_RULE_KINDS = [
  "new",
  "property",
  "requisite",
  "discount",
  "price_below",
  "bestseller",
] as const satisfies readonly LabelRule["kind"][]

/** Rules that look at an entry alone: loads and product events ask them. The others look at prices, days or orders, and are asked by the hour. */
export const RULES_OF_ENTRIES: readonly LabelRule["kind"][] = ["new", "property", "requisite"]
