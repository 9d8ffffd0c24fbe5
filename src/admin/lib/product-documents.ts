export const DOCUMENT_KINDS = ["certificate", "declaration", "passport", "instruction", "drawing", "warranty", "other"] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const DOCUMENT_VALIDITIES = ["expired", "expiring", "valid"] as const

/** A document as the screens read it. */
export interface DocumentRow {
  id: string
  /** `erp`: read-only here. */
  source: "erp" | "portal"
  kind: DocumentKind
  title_ru: string
  title_en: string | null
  number: string | null
  valid_until: string | null
  validity: (typeof DOCUMENT_VALIDITIES)[number]
  /** Null: the file of a document of the ERP has not come yet. */
  name: string | null
  bytes: number | null
  product_count: number
  categories: { id: string; name: string | null }[]
  brands: string[]
  updated_at: string
}

export interface DocumentList {
  product_documents: DocumentRow[]
  count: number
}

export interface DocumentProductRow {
  id: string
  title: string | null
  article: string | null
}

export interface DocumentProductList {
  products: DocumentProductRow[]
  count: number
}

/** What became of a document and of the articles that it was bound to. */
export interface BoundDocument {
  product_document: DocumentRow
  articles: { found: number; unknown: string[]; ambiguous: string[] }
}

/** What is typed of a document. */
export interface DocumentForm {
  kind: DocumentKind
  titleRu: string
  titleEn: string
  number: string
  validUntil: string
}

/** The form of a document, or of a new one. */
export function documentFormOf(document: DocumentRow | null): DocumentForm {
  return {
    kind: document?.kind ?? "certificate",
    titleRu: document?.title_ru ?? "",
    titleEn: document?.title_en ?? "",
    number: document?.number ?? "",
    validUntil: document?.valid_until ?? "",
  }
}

/** What is sent; null while it is not complete. */
export function documentBodyOf(form: DocumentForm) {
  const title_ru = form.titleRu.trim()
  return title_ru === ""
    ? null
    : {
        kind: form.kind,
        title_ru,
        title_en: form.titleEn.trim() || null,
        number: form.number.trim() || null,
        valid_until: form.validUntil || null,
      }
}

/** A form with a file, as the server takes it. */
export function documentUpload(data: object, file: File | null): FormData {
  const form = new FormData()
  form.append("data", JSON.stringify(data))
  if (file) {
    form.append("files", file)
  }
  return form
}
