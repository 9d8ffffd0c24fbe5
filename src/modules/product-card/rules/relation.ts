/** What another product is to one: goes with it, stands in for it, or is needed for it. */
export const RELATION_KINDS = ["related", "analogue", "accessory"] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** Of one product, of one kind, from one source. */
export const RELATIONS_MAX = 50

/** Shown of one kind on a card. */
export const RELATIONS_SHOWN = 8
