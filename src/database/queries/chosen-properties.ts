import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { prepared } from "../prepared"

/** What is chosen of a property: any of these values, or any number of a range, both ends included. */
export type PropertyChoice = { values: readonly string[] } | { from: string | null; to: string | null }

/** The keys behind what is chosen; none = no entry has it. */
export interface ChosenProperty {
  property_key: number
  value_keys: number[]
}

const SQL = `
  select p.key as property_key, array(
      select v.key from catalog_value v
      where v.property_key = p.key and case
        when jsonb_typeof(asked.choice -> 'values') = 'array' then jsonb_exists(asked.choice -> 'values', v.value)
        else v.number >= coalesce((asked.choice ->> 'from')::numeric, v.number) and v.number <= coalesce((asked.choice ->> 'to')::numeric, v.number)
      end
    ) as value_keys, asked.id
  from jsonb_each(cast(:choices as jsonb)) as asked (id, choice) left join catalog_property p on p.id = asked.id
  order by p.key`

/**
 * Finds the values that are meant. One that nobody has is not an error: it may have been sold out since the page was made.
 *
 * @throws MedusaError INVALID_DATA `property_unknown`
 */
export async function chosenProperties(db: Knex, choices: Readonly<Record<string, PropertyChoice>>): Promise<ChosenProperty[]> {
  if (Object.keys(choices).length === 0) {
    return []
  }
  const rows = await prepared<{ id: string; property_key: number | null; value_keys: number[] }>(db, "chosen-properties", SQL, {
    choices: JSON.stringify(choices),
  })
  return rows.map(({ id, property_key, value_keys }) => {
    if (property_key === null) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `There is no property with id: ${id}`, "property_unknown")
    }
    return { property_key, value_keys }
  })
}
