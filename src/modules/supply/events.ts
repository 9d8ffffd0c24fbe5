/** Facts the supply module announces, after commit. */
export const SupplyEvents = {
  /** `{ id }`: somebody of the staff made or changed a supply; what the ERP says comes with `erp.package_applied` (`supplies`). */
  SUPPLY_CHANGED: "supply.changed",
} as const
