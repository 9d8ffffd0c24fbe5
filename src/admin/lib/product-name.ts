/** A product of the catalogue, as far as a list names it. */
export interface ProductName {
  variant_id: string
  article: string | null
  title: string
  variant_title: string | null
}

/** "Wedge anchor, 100 mm". A product without variants has one that is called as it is. */
export function productName({ title, variant_title }: Pick<ProductName, "title" | "variant_title">): string {
  return [title, variant_title === title ? null : variant_title].filter(Boolean).join(", ")
}
