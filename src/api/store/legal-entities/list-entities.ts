import type { DealerScope } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type DealerEntity, type DealerEntityFilter, listDealerEntities } from "../../../database/queries/list-dealer-entities"
import { entitiesOfRight } from "../../../modules/company/rules/reach-of-scope"

/** A page of the entities that an employee sees, with what he is to each. Requisites are open to him where his right `entity.view` reaches. */
export async function listEntities(
  db: Knex,
  dealer: DealerScope,
  { limit, offset, ...filter }: DealerEntityFilter & { limit: number; offset: number }
) {
  const sight = { entity_ids: dealer.visible_entity_ids, requisite_entity_ids: entitiesOfRight(dealer, "entity", "view") }
  const { rows, count } = await listDealerEntities(db, { sight, filter, limit, offset })
  const withStanding = (entity: DealerEntity) => ({
    ...entity,
    is_member: dealer.member_entity_ids.includes(entity.id),
    is_default: dealer.member_entity_ids[0] === entity.id,
  })
  return { legal_entities: rows.map(withStanding), count }
}
