import type { FactSource } from "./fact-source"

/** A delivery point or a consignee as people see it. */
export interface DeliveryPointView {
  id: string
  legal_entity_id: string
  kind: "delivery_point" | "consignee"
  name: string
  address: string | null
  contact: string | null
  phone: string | null
  comment: string | null
  is_active: boolean
  source: FactSource
  as_of: Date | null
}

/** The fields of a point that leave the server. */
export function presentDeliveryPoint(row: DeliveryPointView): DeliveryPointView {
  const { id, legal_entity_id, kind, name, address, contact, phone, comment, is_active, source, as_of } = row
  return { id, legal_entity_id, kind, name, address, contact, phone, comment, is_active, source, as_of }
}
