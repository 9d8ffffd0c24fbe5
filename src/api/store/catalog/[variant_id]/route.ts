import { today } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { entryCard } from "../../../../database/queries/entry-card"
import { requireContract } from "../../../dealer-scope"
import { keepersOf } from "../../favourites/favourites-of"
import type { StoreCatalogEntryResponse } from "../validators"

export async function GET(req: MedusaRequest, res: MedusaResponse<StoreCatalogEntryResponse>): Promise<void> {
  const { id: contract_id, currency_code, warehouse_ids, assortment: sight } = requireContract(req)
  const { variant_id = "" } = req.params
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const terms = { contract_id, currency_code, day: today(), warehouse_ids, favourites_of: keepersOf(req) }
  const card = await entryCard(db, { variant_id, sight, ...terms })
  if (!card) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Catalogue entry with variant id: ${variant_id} was not found`)
  }
  const explanation = `/store/prices/explain?variant_id=${encodeURIComponent(variant_id)}`
  res.json({ entry: card.entry, beside: card.beside, explanation, as_of: card.prices_as_of, retail_as_of: card.retail_as_of })
}
