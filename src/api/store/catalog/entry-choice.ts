import type { ActiveContract } from "@kontor/framework"
import type { EntryChoice } from "../../../database/queries/entry-choice"
import type { StoreCatalogFacetsQuery } from "./validators"

/** What the query of a request chooses of the catalogue, under the contract. */
export function entryChoice(
  { q, category_id, property, label, in_stock }: StoreCatalogFacetsQuery,
  { legal_entity_id, warehouse_ids, assortment }: ActiveContract
): EntryChoice {
  return {
    q,
    category_id: category_id ?? null,
    sight: assortment,
    legal_entity_id,
    properties: {
      ...Object.fromEntries(
        Object.entries(property).map(([id, choice]) => [
          id,
          Array.isArray(choice) ? { values: choice } : { from: choice.from ?? null, to: choice.to ?? null },
        ])
      ),
      ...(label ? { label: { values: label } } : {}),
    },
    ...(in_stock ? { in_stock: { warehouse_ids } } : {}),
  }
}
