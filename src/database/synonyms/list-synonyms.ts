import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SynonymDraft } from "../../modules/catalog/rules/default-synonyms"
import { containing } from "../like"

export interface SynonymGroup extends SynonymDraft {
  id: string
  /** When it was changed last, ISO 8601: names its version. */
  updated_at: string
}

/** SQL: the version of the group `g`, to the microsecond. */
export const VERSION = `to_jsonb(g.updated_at) #>> '{}'`

export interface SynonymListing {
  /** Part of any of its texts; empty = all. */
  q: string
  limit: number
  offset: number
}

const FOUND = `
  from synonym_group g
  where cast(:pattern as text) = '%%'
    or exists (select from unnest(g.words || g.stands_for) as said (text) where translate(lower(said.text), 'ё', 'е') like :pattern)`

const LIST = `
  select g.id, g.words, g.stands_for, ${VERSION} as updated_at, (select count(*)::int ${FOUND}) as total ${FOUND}
  order by g.words[1] ${AS_READ}, g.id limit :limit offset :offset`

const COUNT = `select count(*)::int as total ${FOUND}`

/** Groups of words that mean the same, by their first word. */
export async function listSynonyms(db: Knex, { q, limit, offset }: SynonymListing): Promise<{ groups: SynonymGroup[]; count: number }> {
  const pattern = containing(q.toLowerCase().replaceAll("ё", "е"))
  const { rows } = await db.raw<{ rows: (SynonymGroup & { total: number })[] }>(LIST, { pattern, limit, offset })
  if (rows[0] || offset === 0) {
    return { groups: rows.map(({ total: _, ...group }) => group), count: rows[0]?.total ?? 0 }
  }
  const counted = await db.raw<{ rows: { total: number }[] }>(COUNT, { pattern })
  return { groups: [], count: counted.rows[0]?.total ?? 0 }
}
