/** A characteristic of a product as the ERP names it. */
export interface ProductProperty {
  name: string
  value: string
}

/**
 * What the ERP says of a product (`metadata.properties`, which loads write). Whoever else writes into the metadata may put anything there: what is no
 * characteristic is left out.
 */
export function propertiesOf(metadata: Record<string, unknown> | null | undefined): ProductProperty[] {
  const kept = metadata?.properties
  return Array.isArray(kept) ? kept.filter(isProperty) : []
}

function isProperty(given: unknown): given is ProductProperty {
  return (
    typeof given === "object" &&
    given !== null &&
    "name" in given &&
    "value" in given &&
    typeof given.name === "string" &&
    typeof given.value === "string"
  )
}
