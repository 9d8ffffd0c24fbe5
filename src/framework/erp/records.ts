import type {
  ErpGroup,
  ErpOffer,
  ErpProduct,
  ErpProductDocument,
  ErpProductRelations,
  ErpProperty,
  ErpPropertyValue,
  ErpStock,
  ErpSupply,
  ErpWarehouse,
} from "./goods-records"
import type { ErpOrderState } from "./order-records"
import type {
  ErpClientCategory,
  ErpContract,
  ErpDeliveryPoint,
  ErpHolding,
  ErpLegalEntity,
  ErpPerson,
  ErpSupplierEntity,
} from "./partner-records"
import type {
  ErpContractPrice,
  ErpContractPriceList,
  ErpCurrencyRate,
  ErpExclusiveLabel,
  ErpOrderRule,
  ErpPrice,
  ErpPriceAdjustment,
  ErpPriceThreshold,
  ErpPriceType,
  ErpPriceTypeRule,
  ErpVisibilityRule,
} from "./price-records"

/**
 * What an ERP package says, in Kontor's words. An adapter (CommerceML, JSON, OData) turns its files into a stream of these
 * records; the core stages and merges them and knows nothing of the file they came from.
 *
 * Rules that hold for every record:
 * - `external_id` is the identity in the ERP, trimmed, at most {@link EXTERNAL_ID_MAX} characters. With the source it names one thing.
 * - Decimals are canonical strings: an optional minus, digits, an optional dot with digits ("12", "-0.5"); never a float.
 * - A field that the package did not mention is `undefined` (leave what is stored); `null` means "the ERP says: none".
 * - Strings are free of NUL and trimmed.
 */
export const EXTERNAL_ID_MAX = 120

/** Opens every package: what it is and whether it claims to be complete. */
export interface ErpPackage {
  kind: "package"
  /** What the part of the package carries. A file may open several packages one after another (classifier, catalogue, offers). */
  content: "classifier" | "catalog" | "offers" | "documents" | "partners" | "prices" | "supplies" | "reference"
  /** True when the sender says that the package holds everything. Absence from a full package never deletes by itself. */
  is_full: boolean
  /** The sender's id of the catalogue or offer package. */
  external_id: string | null
  /** When the sender made the package, ISO 8601 without a zone when the sender gave none; null when unreadable. */
  formed_at: string | null
  schema_version: string | null
}

/** A row that the adapter could not read; the rest of the package goes on. */
export interface ErpProblem {
  kind: "problem"
  /** Machine code, e.g. "price_amount_invalid". */
  code: string
  /** One sentence for a person, with the offending value. */
  message: string
  /** The external id (or position) of what was meant. */
  subject: string | null
}

export type ErpRecord =
  | ErpPackage
  | ErpGroup
  | ErpProperty
  | ErpPropertyValue
  | ErpProduct
  | ErpOffer
  | ErpPriceType
  | ErpPrice
  | ErpPriceTypeRule
  | ErpContractPriceList
  | ErpContractPrice
  | ErpPriceAdjustment
  | ErpCurrencyRate
  | ErpPriceThreshold
  | ErpOrderRule
  | ErpVisibilityRule
  | ErpExclusiveLabel
  | ErpWarehouse
  | ErpStock
  | ErpSupply
  | ErpProductRelations
  | ErpProductDocument
  | ErpHolding
  | ErpLegalEntity
  | ErpClientCategory
  | ErpSupplierEntity
  | ErpDeliveryPoint
  | ErpPerson
  | ErpContract
  | ErpOrderState
  | ErpProblem

export type ErpRecordKind = ErpRecord["kind"]
