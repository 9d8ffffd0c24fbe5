import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { VisibilityDraft } from "../../modules/catalog/rules/visibility-draft"
import type { ListedArticles } from "../pricing/entries-of-list"
import { inPreview, tryOut } from "../pricing/in-preview"
import { isVisible, type Sight } from "../queries/visible-entries"
import { writeAssortment } from "./make-assortment"
import { resolveRule, type RuleFacts } from "./resolve-rule"
import { changeableRule, endRule, writeRule } from "./save-rule"
import { VISIBILITY_PROFILE } from "./visibility-profile"

/** What is tried: a new rule, a change of one (`id`), or its end (no `draft`). */
export interface RuleTrial {
  id: string | null
  draft: VisibilityDraft | null
}

/** Clients that see alike now, and would see alike. */
export interface PreviewedClients {
  contracts: number
  clients: number
  /** Listed products that they see now and would not; and the other way round. */
  hidden: number
  shown: number
}

export interface RulePreview {
  /** Live contracts that the rule is for, now or then, and their legal entities. */
  contracts: number
  clients: number
  /** The largest first, of equal ones the one that loses most. */
  groups: PreviewedClients[]
  /** False where there are more groups than were compared. */
  is_whole: boolean
  articles: ListedArticles
}

/** Each takes two assortments, about half a second together at 100,000 entries. */
const GROUPS_MAX = 10

const NO_ARTICLES: ListedArticles = { found: 0, unknown: [], ambiguous: [] }

interface ProfiledContract {
  id: string
  legal_entity_id: string
  /** Keys of rules; null = the whole catalogue is seen. */
  profile: string | null
}

const PROFILES = `
  select c.id, c.legal_entity_id, ${VISIBILITY_PROFILE}::text as profile
  from contract c join legal_entity le on le.id = c.legal_entity_id and le.deleted_at is null and le.state = 'active'
  where c.deleted_at is null and c.state = 'active'`

/**
 * What a rule that is not saved would hide and show, found the way that requests go: the rule is written in a transaction that is rolled back,
 * so that preview and truth cannot differ. Throws what `resolveRule` throws, NOT_FOUND, `erp_owned`, and `preview_too_slow`.
 */
export async function previewRule(db: Knex, trial: RuleTrial): Promise<RulePreview> {
  return inPreview(db, async (trx) => {
    const standing = trial.id === null ? null : await changeableRule(trx, trial.id, null)
    const resolved = trial.draft ? await resolveRule(trx, trial.draft, standing) : null
    const write = (inner: Knex) => replaceRule(inner, trial.id, resolved?.facts ?? null)
    const before = await profiles(trx)
    const groups = await tryOut(trx, async (inner) => {
      await write(inner)
      return groupsOf(before, await profiles(inner))
    })
    const compared = groups.slice(0, GROUPS_MAX)
    const sightsBefore = await sightsOf(trx, compared)
    const counted = await tryOut(trx, async (inner) => {
      await write(inner)
      const sightsAfter = await sightsOf(inner, compared)
      return Promise.all(compared.map((_, index) => difference(inner, sightsBefore[index] ?? null, sightsAfter[index] ?? null)))
    })
    const touched = groups.flat()
    return {
      contracts: touched.length,
      clients: clientsOf(touched),
      groups: compared
        .map((group, index) => ({
          ...{ contracts: group.length, clients: clientsOf(group) },
          ...{ hidden: counted[index]?.hidden ?? 0, shown: counted[index]?.shown ?? 0 },
        }))
        .sort((a, b) => b.clients - a.clients || b.contracts - a.contracts || b.hidden - a.hidden || b.shown - a.shown),
      is_whole: compared.length === groups.length,
      articles: resolved?.articles ?? NO_ARTICLES,
    }
  })
}

/** A new rule in the place of the old one, whose list then stays as it is for those assortments that were made of it. */
async function replaceRule(trx: Knex, id: string | null, facts: RuleFacts | null): Promise<void> {
  if (id !== null) {
    await endRule(trx, id)
  }
  if (facts) {
    await writeRule(trx, { id: generateEntityId(undefined, "vrul"), facts })
  }
}

async function profiles(trx: Knex): Promise<ProfiledContract[]> {
  return (await trx.raw<{ rows: ProfiledContract[] }>(PROFILES)).rows
}

/** Contracts whose rules change, by the rules that they have before and after; the most clients first. */
function groupsOf(before: ProfiledContract[], after: ProfiledContract[]): ProfiledContract[][] {
  const then = new Map(after.map(({ id, profile }) => [id, profile]))
  const changed = before.filter(({ id, profile }) => then.get(id) !== profile)
  const groups = new Map<string, ProfiledContract[]>()
  for (const contract of changed) {
    const change = `${contract.profile} > ${then.get(contract.id)}`
    groups.set(change, [...(groups.get(change) ?? []), contract])
  }
  return [...groups.values()].sort((a, b) => clientsOf(b) - clientsOf(a) || b.length - a.length)
}

const clientsOf = (contracts: ProfiledContract[]): number => new Set(contracts.map(({ legal_entity_id }) => legal_entity_id)).size

async function sightsOf(trx: Knex, groups: ProfiledContract[][]): Promise<Sight[]> {
  const sights: Sight[] = []
  for (const [first] of groups) {
    sights.push(first ? await writeAssortment(trx, { contract_id: first.id }) : null)
  }
  return sights
}

async function difference(trx: Knex, before: Sight, after: Sight): Promise<{ hidden: number; shown: number }> {
  const { rows } = await trx.raw<{ rows: { hidden: number; shown: number }[] }>(
    `select (count(*) filter (where was and not would))::int as hidden, (count(*) filter (where would and not was))::int as shown
     from (
       select ${isVisible(before, "e.key", ":before_key")} as was, ${isVisible(after, "e.key", ":after_key")} as would
       from catalog_entry e where e.is_listed
     ) seen`,
    { before_key: before?.key ?? null, after_key: after?.key ?? null }
  )
  return rows[0] ?? { hidden: 0, shown: 0 }
}
