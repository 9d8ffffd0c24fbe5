import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { refuseUnseenVariants } from "../queries/refuse-unseen-variants"
import type { Sight } from "../queries/visible-entries"

export interface NamedVariant {
  /** As the dealer writes it. */
  number: string
  /** Null = the number is to be forgotten. */
  variant_id: string | null
}

export interface PutPartNumbers {
  legal_entity_id: string
  sight: Sight
  part_numbers: readonly NamedVariant[]
}

/** A number that was not known, or means something else from now on. */
export interface PutPartNumber {
  number: string
  /** Null = it is forgotten. */
  variant_id: string | null
  /** What it meant before; null = nothing. */
  former_variant_id: string | null
}

const PUT = `
  with asked as (
    select distinct on (number_key) number, number_key, e.key as entry_key, e.variant_id
    from unnest(cast(:numbers as text[]), cast(:number_keys as text[]), cast(:variant_ids as text[])) with ordinality as a (number, number_key, variant_id, place)
    left join catalog_entry e on e.variant_id = a.variant_id
    order by number_key, place desc
  ),
  former as (
    select p.number_key, p.entry_key, e.variant_id from dealer_part_number p join asked on asked.number_key = p.number_key
    join catalog_entry e on e.key = p.entry_key where p.legal_entity_id = :legal_entity_id
  ),
  written as (
    insert into dealer_part_number (id, legal_entity_id, number, number_key, entry_key)
    select kontor_id('dpnr', kontor_id_time(now())), :legal_entity_id, a.number, a.number_key, a.entry_key
    from asked a left join former f on f.number_key = a.number_key
    where a.entry_key is not null and f.entry_key is distinct from a.entry_key
    order by a.number_key
    on conflict (legal_entity_id, number_key) do update set number = excluded.number, entry_key = excluded.entry_key, updated_at = now()
    returning number_key
  ),
  forgotten as (
    delete from dealer_part_number p using asked a
    where p.legal_entity_id = :legal_entity_id and p.number_key = a.number_key and a.entry_key is null
    returning p.number_key
  )
  select a.number, a.variant_id, f.variant_id as former_variant_id
  from (select number_key from written union all select number_key from forgotten) w join asked a on a.number_key = w.number_key left join former f on f.number_key = w.number_key
  order by a.number`

/**
 * Notes what numbers of the dealer mean. Of a number that is named twice the last word counts; what is known already is not written again. A
 * number that means nothing any more is forgotten.
 *
 * @throws MedusaError NOT_FOUND for a variant that the dealer does not see, INVALID_DATA `part_number_void` for a number without a letter or digit
 */
export async function putPartNumbers(db: Knex, { legal_entity_id, sight, part_numbers }: PutPartNumbers): Promise<PutPartNumber[]> {
  const numbers = part_numbers.map(({ number }) => number.trim())
  const number_keys = numbers.map((number) => {
    const key = normaliseSearchKey(number)
    if (key === null) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Part number "${number}" has neither a letter nor a digit`, "part_number_void")
    }
    return key
  })
  const variant_ids = part_numbers.map(({ variant_id }) => variant_id)
  await refuseUnseenVariants(db, { variant_ids, sight })
  const { rows } = await db.raw<{ rows: PutPartNumber[] }>(PUT, { legal_entity_id, numbers, number_keys, variant_ids })
  return rows
}
