import type { RequisiteText } from "../requisites"
import type { ErpBankAccount, ErpLegalEntity } from "./partner-records"
import type { ErpRecord } from "./records"

/** A file that lies in the spool, whole. */
export interface SpooledFile {
  /** Absolute path. */
  path: string
  /** Name under which the sender delivered it, e.g. "import0_1.xml". */
  filename: string
  bytes: number
}

/** An order as an adapter needs it to tell the ERP. Money in the order's currency, VAT included where `vat_included`. */
export interface OutboundOrder {
  order_id: string
  /** At most 11 characters, unique; the ERP answers with it. */
  number: string
  placed_at: Date
  currency_code: string
  total: string
  comment: string | null
  is_cancelled: boolean
  buyer: { external_id: string | null; name: string; official_name: string; inn: string | null; kpp: string | null; address: string | null }
  contract: { external_id: string | null; number: string }
  employee: { name: string; email: string; phone: string | null }
  /** How its goods were held when it was sent; left out where nobody says. */
  reservation?: OutboundReservation | null
  lines: OutboundOrderLine[]
}

export interface OutboundReservation {
  /** `none`, `waiting` and `expired` hold nothing; of `leaving` and `ended` the ERP has the goods, or the order is over. */
  state: "none" | "waiting" | "held" | "expired" | "leaving" | "ended"
  /** Of `held`, ISO 8601; null = until the order is shipped. */
  reserved_until: string | null
}

export interface OutboundOrderLine {
  offer_external_id: string
  article: string | null
  name: string
  unit_code: string
  unit_name: string
  /** The sales unit that the dealer asked in, and how many of it; null = base units. */
  asked: { code: string; name: string; coefficient: string; quantity: string } | null
  /** Base units. */
  quantity: string
  /** Price of one base unit, before promotions. */
  unit_price: string
  /** Price times quantity, without what promotions take off. */
  amount: string
  /** What promotions take off the line; left out where that is nothing. */
  discount?: string | null
  /** Percent; null = "без НДС". */
  vat_rate: string | null
  /** What of it was not in stock when it was sent, and what it is promised of which supply; left out where nothing waits. */
  waiting?: OutboundWaiting | null
  /** Base units of it that were held in stock when it was sent. */
  reserved?: string
}

/** Base units, exact decimals. */
export interface OutboundWaiting {
  quantity: string
  /** The earliest first. `supply_external_id`: null for a supply that was made here; `expected_on`: YYYY-MM-DD, null = its day is not known. */
  promises: { supply_external_id: string | null; expected_on: string | null; quantity: string }[]
}

/** Requisites that a legal entity is to have in the ERP. A field that is left out stays as it is there; null says "none". */
export type WantedRequisites = Partial<Pick<ErpLegalEntity, RequisiteText | "bank_accounts">>

/** A legal entity that was applied for or corrected here, as an adapter needs it to tell the ERP: whole, wishes included. */
export interface OutboundLegalEntity extends Required<WantedRequisites> {
  /** Names what was given, and in which revision: it is confirmed by this. */
  receipt: string
  /** Our id of it, by which the ERP may give it back. */
  portal_id: string
  /** The ERP's own id; null for one that it does not know yet. */
  external_id: string | null
  name: string
  bank_accounts: ErpBankAccount[]
  /** Null where the ERP does not know the holding, or there is none. */
  holding_external_id: string | null
  /** Whom to ask about it. */
  contact: { name: string; email: string | null; phone: string | null } | null
}

/** A delivery point or consignee that was made here. The ERP knows its legal entity. */
export interface OutboundDeliveryPoint {
  receipt: string
  portal_id: string
  external_id: string | null
  legal_entity_external_id: string
  is_consignee: boolean
  name: string
  address: string | null
  contact: string | null
  phone: string | null
  comment: string | null
  /** No longer in use. */
  is_deleted: boolean
}

export interface OutboundPartners {
  legal_entities: OutboundLegalEntity[]
  delivery_points: OutboundDeliveryPoint[]
}

/**
 * Port "ERP adapter": turns the files of one ERP into records and orders into its documents. A plugin offers one as a provider of the
 * `erp` module; an exchange account names the adapter that reads its packages.
 */
export interface ErpAdapter {
  /**
   * Reads one spooled file from beginning to end. Yields batches (tens to some thousands of records) in the order of the file.
   * Throws an `ErpPackageError` when the file as a whole cannot be trusted (cut, malformed, unknown root): nothing of it is then applied.
   */
  read(file: SpooledFile): AsyncIterable<ErpRecord[]>
}

/** The file as a whole is refused; nothing of it may be applied. */
export class ErpPackageError extends Error {
  constructor(
    /** Machine code, e.g. "xml_malformed", "xml_cut", "encoding_unknown", "root_unknown", "file_too_large". */
    readonly code: string,
    message: string
  ) {
    super(message)
    this.name = "ErpPackageError"
  }
}
