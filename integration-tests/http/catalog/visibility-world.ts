import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import fc from "fast-check"

/** Keys are far from those of real rows. */
export const OFFSET = 700_000
const SIZE = 24

/** Category → its parent. */
const TREE: Record<string, string | null> = { a: null, "a.a": "a", "a.b": "a", "a.b.a": "a.b", b: null, "b.a": "b", c: null }
export const CATEGORIES = Object.keys(TREE)
export const TRAITS = ["list:l1", "list:l2", "label:hit", "property:red", "brand:acme", "brand:zeta"]

export const CONTRACTS = ["c0", "c1", "c2", "c3"]
/** Entity of each contract, its holding and its client categories. */
const CLIENTS: Record<string, { entity: string; holding: string | null; categories: string[] }> = {
  c0: { entity: "e0", holding: "h0", categories: [] },
  c1: { entity: "e1", holding: "h0", categories: ["k0"] },
  c2: { entity: "e2", holding: null, categories: ["k0", "k1"] },
  c3: { entity: "e3", holding: null, categories: [] },
}

export interface WorldRule {
  scope: string
  scopeId: string
  /** A category, a trait, or "everything". */
  target: string
  shows: boolean
}

export interface WorldEntry {
  categories: string[]
  traits: string[]
  listed: boolean
}

export interface VisibilityWorld {
  rules: WorldRule[]
  entries: WorldEntry[]
}

const rule: fc.Arbitrary<WorldRule> = fc
  .record({
    scope: fc.constantFrom<[string, string]>(
      ["contract", "c0"], ["contract", "c2"], ["legal_entity", "e0"], ["legal_entity", "e1"], ["holding", "h0"], ["client_category", "k0"],
      ["client_category", "k1"], ["everyone", ""]
    ), // prettier-ignore
    target: fc.oneof(fc.constantFrom(...CATEGORIES), fc.constantFrom(...TRAITS), fc.constant("everything")),
    shows: fc.boolean(),
  })
  .map(({ scope: [scope, scopeId], ...rest }) => ({ scope, scopeId, ...rest }))

const entry: fc.Arbitrary<WorldEntry> = fc.record({
  categories: fc.subarray(CATEGORIES, { maxLength: 2 }),
  traits: fc.subarray(TRAITS, { maxLength: 2 }),
  listed: fc.constantFrom(true, true, true, false),
})

const entries = fc.array(entry, { minLength: SIZE, maxLength: SIZE })

/** Rules and goods, and what becomes of the goods after everybody has looked at them. */
export const worlds = fc.record({ rules: fc.array(rule, { maxLength: 12 }), entries, later: entries })

const above = (category: string): string[] => [category, ...(TREE[category] ? above(TREE[category]) : [])]
const depth = (category: string): number => above(category).length - 1
const isCategory = (target: string) => CATEGORIES.includes(target)
const kindOf = (target: string) => (isCategory(target) ? "category" : (target.split(":")[0] ?? target))

const SCOPES = ["contract", "legal_entity", "holding", "client_category", "everyone"]
const TARGETS = ["entry", "list", "label", "property", "brand", "category", "everything"]

/** Written from the README of the module alone: scope by scope, target by target, the deepest categories first; any rule that hides hides. */
export function naivelySees(world: VisibilityWorld, contract: string, of: WorldEntry): boolean {
  const client = CLIENTS[contract]
  const ids: Record<string, (string | null | undefined)[]> = {
    contract: [contract],
    legal_entity: [client?.entity],
    holding: [client?.holding],
    client_category: client?.categories ?? [],
    everyone: [""],
  }
  const placed = of.categories.flatMap(above)
  const meets = ({ target }: WorldRule) =>
    target === "everything" || (isCategory(target) ? placed.includes(target) : of.traits.includes(target))
  for (const scope of SCOPES) {
    const mine = world.rules.filter((each) => each.scope === scope && ids[scope]?.includes(each.scopeId) && meets(each))
    for (const kind of TARGETS) {
      const ofKind = mine.filter(({ target }) => kindOf(target) === kind)
      const deepest = Math.max(...ofKind.map(({ target }) => depth(target)))
      const deciding = kind === "category" ? ofKind.filter(({ target }) => depth(target) === deepest) : ofKind
      if (deciding.length > 0) {
        return deciding.every(({ shows }) => shows)
      }
    }
  }
  return true
}

export const entryKey = (index: number) => OFFSET + 1 + index
const categoryKey = (category: string) => OFFSET + CATEGORIES.indexOf(category)
const traitKey = (trait: string) => OFFSET + TRAITS.indexOf(trait)

/** Categories, traits and clients, which all worlds share. */
export async function insertShelves(db: Knex): Promise<void> {
  await db("product_category").insert(
    CATEGORIES.map((id) => ({ id, name: id, handle: id, parent_category_id: TREE[id], mpath: above(id).reverse().map((each) => each.replaceAll(".", "-")).join("."), is_active: true, is_internal: false }))
  ) // prettier-ignore
  await db("catalog_category").insert(CATEGORIES.map((id) => ({ key: categoryKey(id), category_id: id })))
  await db("price_trait").insert(
    TRAITS.map((trait) => ({ key: traitKey(trait), kind: kindOf(trait), name: "", value: trait.split(":")[1] }))
  )
  await db("holding").insert({ id: "h0", name: "h0" })
  await db("client_category").insert(["k0", "k1"].map((id) => ({ id, name: id, source: "portal" })))
  await db("supplier_entity").insert({ id: "s0", name: "s0" })
  for (const [id, { entity, holding, categories }] of Object.entries(CLIENTS)) {
    await db("legal_entity").insert({ id: entity, name: entity, holding_id: holding })
    await db("contract").insert({ id, number: id, legal_entity_id: entity, supplier_entity_id: "s0", currency_code: "rub" })
    for (const category of categories) {
      await db("legal_entity_category").insert({
        id: `${entity}${category}`,
        legal_entity_id: entity,
        client_category_id: category,
        source: "portal",
      })
    }
  }
}

const row = ({ categories, listed }: WorldEntry, index: number) => ({
  key: entryKey(index),
  variant_id: `v${index}`,
  title: `Entry ${index}`,
  is_listed: listed,
  category_keys: [...new Set(categories.flatMap(above))].map(categoryKey),
})

const marks = (all: WorldEntry[]) =>
  all.flatMap(({ traits }, index) => traits.map((trait) => ({ trait_key: traitKey(trait), entry_key: entryKey(index) })))

export async function insertRules(db: Knex, rules: WorldRule[]): Promise<void> {
  if (rules.length > 0) {
    await db("visibility_rule").insert(
      rules.map(({ scope, scopeId, target, shows }, index) => ({
        id: `vrul_${index}`,
        name: target,
        scope_kind: scope,
        scope_id: scopeId,
        target_kind: kindOf(target),
        category_key: isCategory(target) ? categoryKey(target) : null,
        trait_key: TRAITS.includes(target) ? traitKey(target) : null,
        specificity: TARGETS.indexOf(kindOf(target)) + 1,
        shows,
      }))
    )
  }
}

export async function insertEntries(db: Knex, all: WorldEntry[]): Promise<void> {
  await db("catalog_entry").insert(all.map(row))
  const rows = marks(all)
  await (rows.length > 0 ? db("trait_entry").insert(rows) : null)
}

/** Moves, marks, lists and unlists the goods, half of them in one statement. */
export async function changeEntries(db: Knex, all: WorldEntry[]): Promise<void> {
  const rows = all.map(row)
  await db("catalog_entry")
    .insert(rows.slice(0, SIZE / 2))
    .onConflict("key")
    .merge(["category_keys", "is_listed"])
  for (const { key, ...columns } of rows.slice(SIZE / 2)) {
    await db("catalog_entry").where({ key }).update(columns)
  }
  await db("trait_entry").where("trait_key", ">=", OFFSET).delete()
  const marked = marks(all)
  await (marked.length > 0 ? db("trait_entry").insert(marked) : null)
}
