import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What a stock route puts into a cart. */
export interface AddedItem {
  variant_id: string
  /** What the dealer writes on the line. */
  metadata: Record<string, unknown> | null
}

/** A line as it was before, for {@link takeBack}. */
export interface FreedLine {
  id: string
  kontor: unknown
}

const FREE = `
  with standing as materialized (
    select l.id, l.metadata -> 'kontor' as kontor, l.metadata - 'kontor' as own
    from cart_line_item l
    where l.cart_id = :cart_id and l.deleted_at is null and jsonb_exists(l.metadata, 'kontor') and exists (
      select from jsonb_to_recordset(cast(:items as jsonb)) as added(variant_id text, metadata jsonb)
      where added.variant_id = l.variant_id and coalesce(nullif(added.metadata, 'null'), '{}') = l.metadata - 'kontor'
    )
    for update
  )
  update cart_line_item l set metadata = nullif(standing.own, '{}') from standing where l.id = standing.id
  returning l.id, standing.kontor`

const TAKE_BACK = `
  update cart_line_item l set metadata = coalesce(l.metadata, '{}') || jsonb_build_object('kontor', freed.kontor)
  from jsonb_to_recordset(cast(:freed as jsonb)) as freed(id text, kontor jsonb)
  where l.id = freed.id and l.deleted_at is null and not coalesce(jsonb_exists(l.metadata, 'kontor'), false)`

/**
 * Takes what is kept with the lines that items are to be added to off them. Medusa adds to a line whose metadata is that of the item and makes a second
 * one otherwise, which would be priced by a part of what the dealer buys. It is written anew when the cart is settled, at the end of the same flow.
 */
export async function freeToAddTo(db: Knex, { cart_id, items }: { cart_id: string; items: AddedItem[] }): Promise<FreedLine[]> {
  const { rows } = await db.raw<{ rows: FreedLine[] }>(FREE, { cart_id, items: JSON.stringify(items) })
  return rows
}

/** Puts it back where the flow came to nothing. */
export async function takeBack(db: Knex, freed: FreedLine[]): Promise<void> {
  await db.raw(TAKE_BACK, { freed: JSON.stringify(freed) })
}
