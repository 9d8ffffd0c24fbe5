import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Signature } from "../../modules/product-card/rules/review"

/** How the authors of an entity are named to other dealers; by their first name unless it is set otherwise. */
export async function reviewSignature(db: Knex, { legal_entity_id }: { legal_entity_id: string }): Promise<Signature> {
  const { rows } = await db.raw<{ rows: { shown: Signature }[] }>(
    `select shown from review_signature where legal_entity_id = :legal_entity_id`,
    { legal_entity_id }
  )
  return rows[0]?.shown ?? "first_name"
}

/** Sets it, and tells what was set before. */
export async function setReviewSignature(
  trx: Knex.Transaction,
  { legal_entity_id, shown }: { legal_entity_id: string; shown: Signature }
): Promise<Signature> {
  await trx.raw(`select from legal_entity where id = :legal_entity_id for no key update`, { legal_entity_id })
  const before = await reviewSignature(trx, { legal_entity_id })
  await trx.raw(
    `insert into review_signature (legal_entity_id, shown) values (:legal_entity_id, :shown)
     on conflict (legal_entity_id) do update set shown = excluded.shown`,
    { legal_entity_id, shown }
  )
  return before
}
