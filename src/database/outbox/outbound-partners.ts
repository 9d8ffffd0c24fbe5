import type { OutboundDeliveryPoint, OutboundLegalEntity, OutboundPartners } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ACCOUNTS_OF, REQUISITES_OF } from "../applications/standing-entity"
import { RECEIPT, type ClaimedPartner } from "./claim-partners"

const mapped = (kind: string, id: string) =>
  `(select m.external_id from erp_mapping m where m.source = :source and m.kind = '${kind}' and m.internal_id = ${id}
    order by m.external_id limit 1)`

/** The one who applied, as a rule: the first of those with the most rights. */
const CONTACT = `
  (select jsonb_build_object('name', p.name, 'email', p.email, 'phone', p.phone)
    from employee_membership ms join employee p on p.id = ms.employee_id and p.deleted_at is null and p.state = 'active'
    where ms.legal_entity_id = e.id and ms.deleted_at is null
    order by p.role = 'superuser' desc, ms.created_at, ms.id limit 1)`

const ENTITIES = `
  select ${RECEIPT} as receipt, e.id as portal_id, ${mapped("legal_entity", "e.id")} as external_id,
    ${mapped("holding", "e.holding_id")} as holding_external_id, ${CONTACT} as contact,
    ${REQUISITES_OF("e")} || jsonb_build_object('bank_accounts', ${ACCOUNTS_OF("e")}) || coalesce(x.payload, '{}') as requisites
  from erp_outbox x join legal_entity e on e.id = x.subject_id
  where x.id = any(cast(:outbox_ids as text[]))
  order by x.created_at, x.id`

const POINTS = `
  select ${RECEIPT} as receipt, p.id as portal_id, ${mapped("delivery_point", "p.id")} as external_id,
    ${mapped("legal_entity", "p.legal_entity_id")} as legal_entity_external_id, p.kind = 'consignee' as is_consignee,
    p.name, p.address, p.contact, p.phone, p.comment, not p.is_active as is_deleted
  from erp_outbox x join delivery_point p on p.id = x.subject_id
  where x.id = any(cast(:outbox_ids as text[]))
  order by x.created_at, x.id`

type Requisites = Omit<OutboundLegalEntity, "receipt" | "portal_id" | "external_id" | "holding_external_id" | "contact">
type EntityRow = Omit<OutboundLegalEntity, keyof Requisites> & { requisites: Requisites }

/** Claimed partners as an ERP base needs them, a statement a kind. */
export async function readOutboundPartners(
  db: Knex,
  { source, claimed }: { source: string; claimed: ClaimedPartner[] }
): Promise<OutboundPartners> {
  const idsOf = (kind: ClaimedPartner["kind"]) => claimed.filter((row) => row.kind === kind).map((row) => row.outbox_id)
  const entities = await db.raw<{ rows: EntityRow[] }>(ENTITIES, { source, outbox_ids: idsOf("legal_entity") })
  const points = await db.raw<{ rows: OutboundDeliveryPoint[] }>(POINTS, { source, outbox_ids: idsOf("delivery_point") })
  return {
    legal_entities: entities.rows.map(({ requisites, ...row }) => ({ ...requisites, ...row })),
    delivery_points: points.rows,
  }
}
