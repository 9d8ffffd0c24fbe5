/** Facts the document module announces, after commit and with ids only. */
export const DocumentEvents = {
  /** `{ id }` of the price list: it waits to be made. */
  PRICE_LIST_REQUESTED: "price_list.requested",
  /** `{ id }` of the price list: its file can be fetched. */
  PRICE_LIST_READY: "price_list.ready",
} as const
