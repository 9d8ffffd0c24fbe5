import type { ErpOffer, ErpProduct, ErpRecord } from "@kontor/framework"
import type { LoadOptions } from "../load-context"
import { positionRequisite } from "./position-requisite"
import { quantityRequisite } from "./quantity-requisites"
import { slug } from "./slug"
import type { DocumentKind } from "./stage-tables"

/** Records that are staged as documents. */
export type DocumentRecord = Extract<ErpRecord, { kind: DocumentKind }>

/** The document of a record as text: see {@link toDocument}. */
export function documentText(record: DocumentRecord, options: LoadOptions): string {
  return JSON.stringify(toDocument(record, options))
}

/**
 * The document of a record as the merges read it. What the package did not mention stays absent, so that `document -> 'field'` is SQL
 * NULL and the stored value stands.
 */
function toDocument(record: DocumentRecord, options: LoadOptions): object {
  switch (record.kind) {
    case "group":
      return { ...record, slug: slug(record.name) }
    case "product":
      return productDocument(record, options)
    case "offer":
      return offerDocument(record)
    default:
      return record
  }
}

/**
 * Identity under which the last of two equal records wins. An order state may have no id in the ERP yet; its number names it. Currency
 * rates, labels and relations have none.
 */
export function documentKey(record: DocumentRecord): string {
  switch (record.kind) {
    case "order_state":
      return record.number
    case "currency_rate":
      return `${record.currency_code} ${record.in_currency} ${record.on_date}`
    case "exclusive_label":
      return record.label
    case "product_relations":
      return `${record.product_external_id} ${record.relation}`
    default:
      return record.external_id
  }
}

function productDocument(product: ErpProduct, options: LoadOptions): object {
  const multiplicity = quantityRequisite(product.requisites, options.multiplicityRequisites)
  const minimum = quantityRequisite(product.requisites, options.minimumRequisites)
  const position = positionRequisite(product.requisites, options.positionRequisites)
  return {
    name: product.name,
    slug: slug(product.name),
    article: product.article,
    barcode: product.barcode,
    description: product.description,
    units: product.units,
    groups: product.group_external_ids,
    images: product.images,
    properties: product.properties,
    is_deleted: product.is_deleted,
    multiplicity: multiplicity && "value" in multiplicity ? multiplicity.value : undefined,
    minimum: minimum && "value" in minimum ? minimum.value : undefined,
    quantity_invalid: [multiplicity, minimum].flatMap((found) => (found && "invalid" in found ? [found.invalid] : []))[0],
    metadata: {
      vat_rate: product.vat_rate,
      manufacturer: product.manufacturer,
      country: product.country,
      requisites: product.requisites,
      is_service: product.is_service,
      // Who tells requisites and no number among them has none.
      position: product.requisites && (position && "value" in position ? position.value : null),
    },
  }
}

/** Empty tags of an offer mean nothing: the product says what its article and barcode are. */
function offerDocument(offer: ErpOffer): object {
  const characteristics = offer.characteristics?.length ? offer.characteristics : undefined
  return {
    product: offer.product_external_id,
    name: offer.name,
    title: characteristics?.map((characteristic) => characteristic.value).join(", "),
    article: offer.article ?? undefined,
    barcode: offer.barcode ?? undefined,
    characteristics,
    units: offer.units,
    is_base: !offer.external_id.includes("#") && offer.external_id === offer.product_external_id,
    is_deleted: offer.is_deleted,
  }
}
