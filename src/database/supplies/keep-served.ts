const COME = "greatest(t.arrived, t.served)"

/**
 * SQL: lines `t` that a supply has no more, but of which something was given to those who waited, are what has come of them: named again, they do not bring
 * it once more. `isGone` is of `t` and of what `from` names.
 */
export const keepServed = (from: string | null, isGone: string) => `
  update supply_line t set quantity = ${COME}, arrived = ${COME}${from === null ? "" : ` from ${from}`}
  where t.served > 0 and (t.quantity, t.arrived) is distinct from (${COME}, ${COME}) and ${isGone}`
