export type InboxState = "pending" | "running" | "done" | "failed"

/** A delivered file on its way into the database. */
export interface InboxEntry {
  id: string
  state: InboxState
  error_code: string | null
  error_message: string | null
}

export interface ReceivedFile {
  /** Names the ERP base; identity of everything in the file is (source, kind, external id). */
  source: string
  /** Identifier of the ERP adapter that reads it. */
  adapter: string
  /** Absolute path of the whole file in the spool. */
  path: string
  filename: string
  /** Protocol session, so that a repeated command finds the same entry. */
  session_id: string | null
}

/** An image or document that the ERP sent beside its packages. */
export interface ReceivedAttachment {
  source: string
  /** Path as packages refer to it, e.g. "import_files/b1/x.jpg". */
  path: string
  content: Buffer
  mime_type: string
}

/** What a transport may ask of the exchange core: container key `erp`. */
export interface ErpExchange {
  /** Registers a file. The same (session, file name, content) gives the entry made before. */
  receiveFile(file: ReceivedFile): Promise<InboxEntry>
  inboxEntry(id: string): Promise<InboxEntry | null>
  findInboxEntry(sessionId: string, filename: string): Promise<InboxEntry | null>
}

/** Workflow ids by which plugins reach the exchange core. */
export const ErpWorkflows = {
  /** Input `{ inbox_id }`: reads, stages, merges; the outcome is on the inbox entry. */
  processInbox: "process-erp-inbox",
  /** Input `ReceivedAttachment`: stores the file and hangs it on the products that refer to it. */
  storeAttachment: "store-erp-attachment",
  /** Input `{ source, limit }`; result `OutboundOrder[]`, marked as sent. */
  collectOrders: "collect-outbound-orders",
  /** Input `{ source, order_ids }`: the ERP has committed them. */
  confirmOrders: "confirm-outbound-orders",
  /** Input `{ source, limit, given }`; result `OutboundPartners`, marked as sent, but for the receipts `given` in this session already. */
  collectPartners: "collect-outbound-partners",
  /** Input `{ source, receipts, actor }`: the ERP has committed what it was given by these receipts. */
  confirmPartners: "confirm-outbound-partners",
  /** Input `{ source, since }`: unlists products that full exports since then did not name; refused above a share. */
  deactivateMissing: "deactivate-missing",
} as const
