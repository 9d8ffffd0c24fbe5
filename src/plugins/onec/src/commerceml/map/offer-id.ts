/** 1C's empty reference: a characteristic that is not there. */
const EMPTY_GUID = "00000000-0000-0000-0000-000000000000"

/** Identity of what is sold: the item alone or the item with one characteristic. */
export interface OfferId {
  /** "item" or "item#characteristic". */
  offer: string
  /** "item" */
  product: string
  hasCharacteristic: boolean
}

/**
 * Splits an Ид "item#characteristic"; the quick updates of the built-in exchange write the characteristic apart
 * (`ИдХарактеристики`). An empty characteristic is the plain item. Undefined when the item is missing.
 */
export function parseOfferId(raw: string, separateCharacteristic = ""): OfferId | undefined {
  const hash = raw.indexOf("#")
  const product = (hash < 0 ? raw : raw.slice(0, hash)).trim()
  const written = hash < 0 ? separateCharacteristic.trim() : raw.slice(hash + 1).trim()
  if (product === "") {
    return undefined
  }
  const characteristic = written === EMPTY_GUID ? "" : written
  return characteristic === ""
    ? { offer: product, product, hasCharacteristic: false }
    : { offer: `${product}#${characteristic}`, product, hasCharacteristic: true }
}
