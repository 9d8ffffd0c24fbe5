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
  /** Of its categories with all above them; negative where it, or one above, is switched off: for what rules say of it alone. */
  category_keys: number[]
  is_listed: boolean
}
