/** Whose rows a file has: prices of a type or contract, stock of a warehouse, or the sort numbers of all goods. */
export interface FileSubject {
  kind: "price_type" | "contract" | "stock" | "position"
  /** Of the type, contract or stock location; {@link ALL_GOODS} of sort numbers. */
  id: string
}

/** There is one order of goods. */
export const ALL_GOODS = "catalog"

/** What is done with the rows of one kind of subject. All but `standing`, `unfilled` and `state` take `:id` of the import and `:subject_id`; those take `:id` of the subject. */
export interface SubjectStatements {
  /** All that stands, as a file tells it. */
  standing: string
  /** What stands in no row yet, so that a file can be filled in; null = nothing of it is told. */
  unfilled: string | null
  /** A text `state` that is another one as soon as any of it is. */
  state: string
  /** Nobody writes it between the comparison and the end; reading goes on. */
  lock: string
  ready: string[]
  put: string[]
  remove: string[]
  /** The way back. */
  takeBack: string[]
  putBack: string[]
}

/** Columns of entry `e` that every row has. */
export const ENTRY = "e.key as entry_key, e.variant_id, coalesce(e.article, e.sku, '') as article, e.title, e.variant_title"

/** Columns of what has neither days nor units. */
export const PLAIN = "'0' as from_quantity, null as starts_on, null as ends_on, '1' as coefficient, '' as unit, null as document"

export const FILE_ROWS = "from price_import_row r where r.import_id = :id"

/** Rows of the file, by what becomes of them. */
export const IS_NEW = "r.status in ('created', 'changed')"
export const WAS_THERE = "r.status in ('changed', 'removed')"
export const IS_REMOVED = "r.import_id = :id and r.status = 'removed'"
export const WAS_MADE = "r.import_id = :id and r.status = 'created'"
