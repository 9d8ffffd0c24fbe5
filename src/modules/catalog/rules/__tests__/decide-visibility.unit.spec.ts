import { decidingRule, type VisibilityRule } from "../decide-visibility"

const TOOLS = { key: 1, depth: 0 }
const DRILLS = { key: 2, depth: 1 }
const GIFTS = { key: 3, depth: 1 }
const BRAND = 10
const LIST = 11

const rule = (facts: Partial<VisibilityRule>): VisibilityRule => ({
  ...{ scope_kind: "everyone", target_kind: "everything", category: null, trait_key: null, shows: false },
  ...facts,
})
const hide = (facts: Partial<VisibilityRule>) => rule(facts)
const show = (facts: Partial<VisibilityRule>) => rule({ ...facts, shows: true })
const ofCategory = (category: { key: number; depth: number }) => ({ target_kind: "category" as const, category })

const drill = { category_keys: [TOOLS.key, DRILLS.key, GIFTS.key], trait_keys: [BRAND, LIST] }

describe("decidingRule", () => {
  it.each<[string, VisibilityRule[], boolean | null]>([
    [
      "what no rule meets is decided by none",
      [hide(ofCategory({ key: 9, depth: 0 })), hide({ target_kind: "brand", trait_key: 99 })],
      null,
    ],
    ["a rule about everything meets everything", [hide({})], false],
    [
      "the nearer scope decides before the more specific target",
      [hide({ scope_kind: "contract" }), show({ target_kind: "entry", trait_key: LIST, scope_kind: "legal_entity" })],
      false,
    ],
    [
      "an assortment of a contract is to hide everything and show a list",
      [hide({ scope_kind: "contract" }), show({ scope_kind: "contract", target_kind: "list", trait_key: LIST })],
      true,
    ],
    [
      "a list decides before a brand",
      [show({ target_kind: "list", trait_key: LIST }), hide({ target_kind: "brand", trait_key: BRAND })],
      true,
    ],
    ["a brand decides before a category", [show({ target_kind: "brand", trait_key: BRAND }), hide(ofCategory(DRILLS))], true],
    ["the deeper category decides", [hide(ofCategory(TOOLS)), show(ofCategory(DRILLS))], true],
    ["of two categories as deep, the one that hides decides", [show(ofCategory(DRILLS)), hide(ofCategory(GIFTS))], false],
    [
      "of two client categories that say otherwise, the one that hides decides",
      [show({ scope_kind: "client_category" }), hide({ scope_kind: "client_category" })],
      false,
    ],
  ])("%s", (_title, rules, expected) => {
    expect(decidingRule(rules, drill)?.shows ?? null).toBe(expected)
    expect(decidingRule([...rules].reverse(), drill)?.shows ?? null).toBe(expected)
  })
})
