export const DOCUMENT_KINDS = ["certificate", "declaration", "passport", "instruction", "drawing", "warranty", "other"] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Of a document with a last day: over, ends soon, or neither. */
export const DOCUMENT_VALIDITIES = ["expired", "expiring", "valid"] as const
export type DocumentValidity = (typeof DOCUMENT_VALIDITIES)[number]

/** Days before its last one from which a document is told to end soon. */
export const EXPIRING_DAYS = 30

/** Products, articles, categories or brands named at once. */
export const TARGETS_MAX = 5_000
