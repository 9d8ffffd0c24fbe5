import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Facet, FacetValue } from "../queries/catalog-facets"
import type { EntryLabel } from "../queries/entry-labels"
import { prepared } from "../prepared"

const SQL = `select code, name_ru, name_en, colour from label`

type ShownFacet = Omit<Facet, "values"> & { values: (FacetValue & { label?: EntryLabel })[] | null }

/** Facets as they are, the values of labels with how each is shown. A tag that is no label has its word alone. */
export async function withLabels(db: Knex, facets: Facet[]): Promise<ShownFacet[]> {
  if (!facets.some(({ kind }) => kind === "label")) {
    return facets
  }
  const labels = new Map((await prepared<EntryLabel>(db, "shown-labels", SQL, {})).map((label) => [label.code, label]))
  return facets.map((facet) =>
    facet.kind === "label" && facet.values
      ? {
          ...facet,
          values: facet.values.map((each) => {
            const label = labels.get(each.value)
            return label ? { ...each, label } : each
          }),
        }
      : facet
  )
}
