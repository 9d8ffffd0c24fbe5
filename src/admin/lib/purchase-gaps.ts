/** What a client takes of a category, all below it included. */
export interface PurchaseGapRow {
  id: string
  name: string
  parent_id: string | null
  entry_count: number
  bought_count: number
  never_count: number
}

export interface PurchaseGapList {
  categories: PurchaseGapRow[]
}
