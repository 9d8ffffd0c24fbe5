import { MedusaError } from "@medusajs/framework/utils"
import type { FactSource } from "./fact-source"

/** Throws NOT_ALLOWED `erp_owned` for a row that the ERP owns: a change here would be undone by its next word. */
export function refuseErpOwned(what: string, row: { id: string; source: FactSource }): void {
  if (row.source === "erp") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `${what} ${row.id} comes from the ERP and is changed there.`, "erp_owned")
  }
}
