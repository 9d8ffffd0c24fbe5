import type { OutboundDeliveryPoint, OutboundLegalEntity, OutboundPartners } from "@kontor/framework"

/**
 * Writes a partners package as {@link partnersOf} reads it, so that a row that 1C has given an `external_id` is a row that it may send
 * back. Ids of 1C's that are not known are left out; every other field is there, null where there is nothing.
 */
export function writePartners({ legal_entities, delivery_points }: OutboundPartners, now: Date): string {
  return JSON.stringify({
    format: "kontor-partners",
    version: 1,
    is_full: false,
    formed_at: now.toISOString(),
    legal_entities: legal_entities.map(entityRow),
    delivery_points: delivery_points.map(pointRow),
  })
}

function entityRow(entity: OutboundLegalEntity): object {
  return {
    external_id: entity.external_id ?? undefined,
    portal_id: entity.portal_id,
    name: entity.name,
    official_name: entity.official_name,
    inn: entity.inn,
    kpp: entity.kpp,
    ogrn: entity.ogrn,
    okpo: entity.okpo,
    address: entity.address,
    actual_address: entity.actual_address,
    postal_address: entity.postal_address,
    phone: entity.phone,
    email: entity.email,
    bank_accounts: entity.bank_accounts,
    holding_external_id: entity.holding_external_id ?? undefined,
    contact: entity.contact,
  }
}

function pointRow(point: OutboundDeliveryPoint): object {
  return {
    external_id: point.external_id ?? undefined,
    portal_id: point.portal_id,
    legal_entity_external_id: point.legal_entity_external_id,
    is_consignee: point.is_consignee,
    name: point.name,
    address: point.address,
    contact: point.contact,
    phone: point.phone,
    comment: point.comment,
    is_deleted: point.is_deleted,
  }
}
