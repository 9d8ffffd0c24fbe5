/** Where goods may be ordered beyond stock: nowhere, in categories of pre-order, or everywhere. */
export const DEMAND_ALLOWED = ["nowhere", "preorder", "everywhere"] as const

export type DemandAllowed = (typeof DEMAND_ALLOWED)[number]
