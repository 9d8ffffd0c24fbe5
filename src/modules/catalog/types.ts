/** A row of the dealer catalogue as other parts refer to it. */
export interface CatalogEntry {
  /** Small integer by which the price and rule tables know the variant. */
  key: number
  variant_id: string
  product_id: string | null
  article: string | null
  sku: string | null
  title: string
  variant_title: string | null
  category_keys: number[]
  is_listed: boolean
}
