/** A price that was set by hand, as it is told from others. */
interface NamedPrice {
  article: string | null
  variant_id: string | null
  /** Base units. */
  from_quantity: string
  /** Of what it is; null = a base unit. */
  unit?: string | null
  /** YYYY-MM-DD; null = always, left out where prices have no days. */
  starts_on?: string | null
}

/**
 * Under which word the audit log has a price: the article for people, and the id of the variant, since another product may have that article, or this one
 * another article one day.
 */
export function nameOfPrice({ article, variant_id, from_quantity, unit = null, starts_on }: NamedPrice): string {
  const days = starts_on === undefined ? "" : `, ${starts_on ?? "…"}`
  const isTold = from_quantity !== "0" || days !== ""
  return [
    article ?? "",
    ...(isTold ? [`≥ ${from_quantity}${days}`] : []),
    ...(unit === null ? [] : [`(${unit})`]),
    ...(variant_id === null ? [] : [`[${variant_id}]`]),
  ]
    .filter((word) => word !== "")
    .join(" ")
}
