import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Runs a task while a table of ours is away, so that its step that writes there fails. Whatever comes of it, the table comes back. */
export async function withoutTable<Result>(container: MedusaContainer, table: string, task: () => Promise<Result>): Promise<Result> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await db.raw("alter table ?? rename to ??", [table, `${table}_away`])
  try {
    return await task()
  } finally {
    await db.raw("alter table ?? rename to ??", [`${table}_away`, table])
  }
}
