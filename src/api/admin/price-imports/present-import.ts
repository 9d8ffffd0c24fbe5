import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { PriceImport } from "../../../database/price-imports/keep-import"
import { readImport } from "../../../database/price-imports/read-import"
import type { AdminPriceImportResponse } from "./validators"

/** A file that was tried. Throws NOT_FOUND for an unknown id. */
export async function importOf(req: MedusaRequest, id: string): Promise<PriceImport> {
  const found = await readImport(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), id)
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Price import with id: ${id} was not found`)
  }
  return found
}

/** The fields that staff see. */
export function presentImport({ state: _s, created_by: _c, ...kept }: PriceImport): AdminPriceImportResponse {
  return {
    price_import: { ...kept, created_at: kept.created_at.toISOString(), applied_at: kept.applied_at?.toISOString() ?? null },
  }
}
