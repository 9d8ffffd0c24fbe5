import type { z } from "@medusajs/framework/zod"
import type { OnecAccountRow } from "../../../modules/onec/service"
import type { accountSchema } from "./validators"

/** An account as people see it: everything but the hash of its secret. */
export function presentAccount(account: OnecAccountRow): z.infer<typeof accountSchema> {
  const { id, login, source, dialect, is_active, file_limit, last_used_at, created_at } = account
  return { id, login, source, dialect, is_active, file_limit, last_used_at, created_at }
}
