import type { MedusaContainer } from "@medusajs/framework/types"
import { ensureStoreDefaults } from "../workflows/store/ensure-store-defaults"

/** Runs once, after the migrations of a new database. */
export default async function initialStore({ container }: { container: MedusaContainer }): Promise<void> {
  await ensureStoreDefaults(container)
}
