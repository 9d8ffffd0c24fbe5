import { MedusaError } from "@medusajs/framework/utils"

/** PostgreSQL: lock_not_available (the time to wait for a lock is over) and deadlock_detected. */
const CONFLICTS = new Set(["55P03", "40P01"])

/** Answers 409 where another transaction held what this one needed: nothing was done, and the same request may be sent again. */
export function throwConflict(error: unknown): never {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  if (typeof code === "string" && CONFLICTS.has(code)) {
    throw new MedusaError(MedusaError.Types.CONFLICT, "The goods are being changed by another order or a load: send the request again")
  }
  throw error
}
