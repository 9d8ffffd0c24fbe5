/** Facts the supply module announces, after commit. */
export const SupplyEvents = {
  /** `{ id }`: somebody of the staff made or changed a supply; what the ERP says comes with `erp.package_applied` (`supplies`). */
  SUPPLY_CHANGED: "supply.changed",
  /** `{ id }` of an order: lines of it are promised for other days than its dealer was told before. */
  PROMISE_CHANGED: "promise.changed",
  /** `{ id }` of an order: a dealer has answered for its lines, or somebody of the staff promised them by hand. */
  DEMAND_CHANGED: "demand.changed",
  /** `{ id }` of an order: the term of its reservation is over soon. */
  RESERVATION_ENDING: "reservation.ending",
  /** `{ id }` of an order: its goods are free again, since the term is over. */
  RESERVATION_EXPIRED: "reservation.expired",
  /** `{ id }` of an order: somebody prolonged, released or renewed its reservation by hand. */
  RESERVATION_CHANGED: "reservation.changed",
} as const
