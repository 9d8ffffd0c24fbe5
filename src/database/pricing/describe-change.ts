import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AdjustmentFacts } from "../../modules/contract-pricing/rules/adjustment"
import type { RuleFacts } from "../visibility/resolve-rule"

/** Articles of a list that the log names, on either side. */
const ARTICLES_LOGGED = 200

/** What aims at goods: an adjustment of prices, or a rule of visibility. */
type Facts = AdjustmentFacts | RuleFacts

/** The facts on one line each, as the log has them. */
export type DescribedAdjustment = Record<string, string | number | boolean | null>

/** What changed in one of {@link Facts}, in words for the log: `null` on a side where there was, or is, none. */
export async function describeChange(
  db: Knex,
  before: Facts | null,
  after: Facts | null
): Promise<{ before: DescribedAdjustment | null; after: DescribedAdjustment | null }> {
  const [was, is] = [before && (await describe(db, before, after)), after && (await describe(db, after, before))]
  if (!was || !is) {
    return { before: was, after: is }
  }
  const changed = Object.keys({ ...was, ...is }).filter((field) => (was[field] ?? null) !== (is[field] ?? null))
  const only = (facts: DescribedAdjustment) => Object.fromEntries(changed.map((field) => [field, facts[field] ?? null]))
  return { before: only(was), after: only(is) }
}

/** Of a list the log names what the other side has not; of everything, how many there are. */
async function describe(db: Knex, facts: Facts, other: Facts | null): Promise<DescribedAdjustment> {
  const { category_key, traits, list, ...plain } = facts
  const others = new Set(other?.list ?? [])
  const own = (list ?? []).filter((key) => !others.has(key))
  const { rows } = await db.raw<{ rows: { category: string | null; articles: string | null }[] }>(NAMES, {
    category_key,
    entry_keys: own.slice(0, ARTICLES_LOGGED),
  })
  const valuesOf = (kind: string) =>
    traits
      .filter((trait) => trait.kind === kind)
      .map(({ name, value }) => (name ? `${name}: ${value}` : value))
      .join("; ")
  return {
    ...plain,
    category: rows[0]?.category ?? null,
    brand: valuesOf("brand") || null,
    properties: valuesOf("property") || null,
    labels: valuesOf("label") || null,
    list_size: list?.length ?? null,
    ...(own.length > 0 ? { list_articles: rows[0]?.articles ?? null } : {}),
  }
}

const NAMES = `
  select (select c.name from catalog_category k join product_category c on c.id = k.category_id where k.key = cast(:category_key as int)) as category,
    (select string_agg(coalesce(e.article, e.variant_id), ', ' order by e.key) from catalog_entry e where e.key = any (cast(:entry_keys as int[]))) as articles`
