export interface CatalogProperty {
  id: string
  kind: "brand" | "label" | "property"
  name: string
  title_ru: string | null
  title_en: string | null
  unit: string | null
  proposed_unit: string | null
  is_facet: boolean | null
  proposed_facet: boolean
  is_searchable: boolean
  is_on_card: boolean
  position: number | null
  is_number: boolean
  value_count: number
}

export interface CatalogPropertyList {
  catalog_properties: CatalogProperty[]
  count: number
}
