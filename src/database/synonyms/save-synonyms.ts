import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { SynonymDraft } from "../../modules/catalog/rules/default-synonyms"
import { hasNumber, saysSomething, SYNONYM_GROUPS_MAX, synonymKey, tidySynonyms } from "../../modules/catalog/rules/synonym-draft"
import { arrayLiteral } from "../array-literal"
import { type SynonymGroup, VERSION } from "./list-synonyms"

/** One at a time, so that two who make the same group do not both. Searches read on. */
const ALONE = `lock table synonym_group in share row exclusive mode`

const ALL = `select g.id, g.words, g.stands_for, ${VERSION} as updated_at from synonym_group g`

const INSERT = `
  insert into synonym_group as g (id, words, stands_for) values (:id, cast(:words as text[]), cast(:stands_for as text[]))
  returning ${VERSION} as updated_at`

const UPDATE = `
  update synonym_group g set words = cast(:words as text[]), stands_for = cast(:stands_for as text[]), updated_at = clock_timestamp() where id = :id
  returning ${VERSION} as updated_at`

/** Texts that the trigger made no term of: stop words alone («для», «на»). */
const VOID = `
  select said.text from synonym_group g cross join lateral unnest(g.words) as said (text)
  where g.id = :id and not exists (select from synonym_term t where t.group_id = g.id and t.text = said.text)`

/**
 * Makes a group of words, in the caller's transaction; searches know it from its commit on.
 *
 * @throws MedusaError INVALID_DATA `synonyms_too_few`, `synonym_void`, `synonym_number`; NOT_ALLOWED `synonyms_exist`, `too_many_synonyms`
 */
export async function createSynonyms(trx: Knex.Transaction, draft: SynonymDraft): Promise<SynonymGroup> {
  const groups = await lockGroups(trx)
  if (groups.length >= SYNONYM_GROUPS_MAX) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `There are ${SYNONYM_GROUPS_MAX} groups of synonyms already`, "too_many_synonyms")
  }
  return write(trx, INSERT, { id: generateEntityId(undefined, "syng"), ...checked(draft, groups) })
}

/**
 * Says other words in place of those of a group, in the version that was read.
 *
 * @throws MedusaError as of {@link createSynonyms}, and NOT_FOUND; NOT_ALLOWED `changed_meanwhile` for another version
 */
export async function changeSynonyms(
  trx: Knex.Transaction,
  { id, updated_at, draft }: { id: string; updated_at: string; draft: SynonymDraft }
): Promise<{ before: SynonymGroup; after: SynonymGroup }> {
  const groups = await lockGroups(trx)
  const before = requireGroup(groups, id)
  if (before.updated_at !== updated_at) {
    const message = `Group of synonyms ${id} was changed meanwhile, at ${before.updated_at}: read it again.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
  const others = groups.filter((group) => group.id !== id)
  return { before, after: await write(trx, UPDATE, { id, ...checked(draft, others) }) }
}

/** Forgets a group. NOT_FOUND. */
export async function removeSynonyms(trx: Knex.Transaction, id: string): Promise<SynonymGroup> {
  const group = requireGroup(await lockGroups(trx), id)
  await trx.raw(`delete from synonym_group where id = :id`, { id })
  return group
}

async function lockGroups(trx: Knex.Transaction): Promise<SynonymGroup[]> {
  await trx.raw(ALONE)
  return (await trx.raw<{ rows: SynonymGroup[] }>(ALL)).rows
}

function requireGroup(groups: readonly SynonymGroup[], id: string): SynonymGroup {
  const group = groups.find((each) => each.id === id)
  if (!group) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Group of synonyms with id: ${id} was not found`)
  }
  return group
}

function checked(draft: SynonymDraft, others: readonly SynonymGroup[]): SynonymDraft {
  const tidy = tidySynonyms(draft)
  if (!saysSomething(tidy)) {
    const message = "A group of synonyms has two different words that mean each other, or one that stands for another."
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "synonyms_too_few")
  }
  const numbered = tidy.words.find(hasNumber)
  if (numbered !== undefined) {
    const message = `«${numbered}» has a number, size or measure: these are sought in all ways to write them, and are no part of a synonym.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "synonym_number")
  }
  if (others.some((other) => digestOf(other) === digestOf(tidy))) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `There is a group of these words already: ${tidy.words.join(", ")}`,
      "synonyms_exist"
    )
  }
  return tidy
}

const digestOf = ({ words, stands_for }: SynonymDraft): string =>
  JSON.stringify([words, stands_for].map((texts) => texts.map(synonymKey).sort()))

async function write(trx: Knex.Transaction, statement: string, group: Omit<SynonymGroup, "updated_at">): Promise<SynonymGroup> {
  const { id, words, stands_for } = group
  const bindings = { id, words: arrayLiteral(words), stands_for: arrayLiteral(stands_for) }
  const written = await trx.raw<{ rows: Pick<SynonymGroup, "updated_at">[] }>(statement, bindings)
  const { rows } = await trx.raw<{ rows: { text: string }[] }>(VOID, { id })
  if (rows[0]) {
    const message = `«${rows[0].text}» has no word that titles are searched by.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "synonym_void")
  }
  return { ...group, updated_at: written.rows[0]?.updated_at ?? "" }
}
