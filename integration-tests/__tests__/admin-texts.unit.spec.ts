import { RIGHT_ACTIONS, RIGHT_SCOPES, RIGHT_SECTIONS } from "@kontor/framework"
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import core from "../../src/admin/i18n"
import { factWord } from "../../src/admin/lib/fact-words"
import * as shownOfApplications from "../../src/admin/lib/application-types"
import { ACTIONS, gridOf, rightsOf, SCOPES, SECTIONS } from "../../src/admin/lib/rights-grid"
import { COUNT_NAMES } from "../../src/database/loads/stage/stage-records"
import { APPLICATION_EVENT_KINDS, APPLICATION_KINDS, APPLICATION_STATES } from "../../src/modules/company/rules/application-flow"
import { CATEGORY_TYPES } from "../../src/modules/catalog/rules/category-tree"
import { Contract, CONTRACT_STATES } from "../../src/modules/company/models/contract"
import { DeliveryPoint } from "../../src/modules/company/models/delivery-point"
import { Employee, EMPLOYEE_ROLES, EMPLOYEE_STATES } from "../../src/modules/company/models/employee"
import { LegalEntity, LEGAL_ENTITY_STATES } from "../../src/modules/company/models/legal-entity"
import { ManagerAssignment } from "../../src/modules/company/models/manager-assignment"
import { STAFF_ROLES } from "../../src/modules/company/models/staff-member"
import { REQUISITE_TEXTS } from "../../src/framework/requisites"
import { ADJUSTMENT_KINDS, SCOPE_KINDS } from "../../src/modules/contract-pricing/rules/adjustment"
import { THRESHOLD_BASES } from "../../src/modules/contract-pricing/rules/threshold"
import { SUPPLY_STATES } from "../../src/modules/supply/rules/move-supply"
import { PRICE_PROBLEM_CODES } from "../../src/modules/contract-pricing/rules/compare-prices"
import { CompanyEvents } from "../../src/modules/company/events"
import onec from "../../src/plugins/onec/src/admin/i18n"

const root = resolve(__dirname, "../..")

/** What a pattern's first group finds in the sources under a folder, tests left out. */
function found(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.tsx?$/.test(path) && !/__tests__|node_modules|\.medusa/.test(path)
  )
  const codes = files.flatMap((path) => [...readFileSync(join(root, folder, path), "utf8").matchAll(pattern)].map(([, code = ""]) => code))
  return [...new Set(codes)].sort()
}

/** Codes of the remarks in the exchange log: of the load, of the reader of CommerceML, of the reader of partners. */
const codes = [
  ...found("src/database/loads", /severity, '(\w+)' as code/g),
  ...found("src/database/loads", /\bproblem\("\w+", "(\w+)"/g),
  ...found("src/plugins/onec/src", /\bproblem\(\s*"(\w+)"/g),
  ...found("src/plugins/onec/src", /kind: "problem", code: "(\w+)"/g),
]

describe("the exchange log", () => {
  it.each(["en", "ru"] as const)("names every kind of remark in the language %s", (language) => {
    const texts: Record<string, string> = { ...core[language].kontor.issue, ...onec[language].kontor.issue }
    expect(codes.length).toBeGreaterThan(30)
    expect(codes.filter((code) => !texts[code])).toEqual([])
  })

  it("says in Russian what became of the subject of every kind of remark, whose own words are English", () => {
    const hints: Record<string, string> = { ...core.ru.kontor.issueHints, ...onec.ru.kontor.issueHints }
    const kinds = { ...core.ru.kontor.issue, ...onec.ru.kontor.issue }
    expect(Object.keys(kinds).filter((code) => !hints[code])).toEqual([])
    expect([...codes, ...Object.keys(hints)].filter((code) => !(code in kinds))).toEqual([])
  })
})

/** Names under which runs report: what a package has, and what a load counts beside that. */
const counted = [...Object.values(COUNT_NAMES), ...found("src/database/loads", /\bcount\(load, "(\w+)"/g)]

describe("the figures of a run", () => {
  it.each(["en", "ru"] as const)("are named in the language %s, every one", (language) => {
    const texts: Record<string, string> = { ...core[language].kontor.kinds }
    expect(counted.length).toBeGreaterThan(Object.keys(COUNT_NAMES).length)
    expect(counted.filter((name) => !texts[name])).toEqual([])
  })
})

/** Actions that are written into the log. */
const actions = [...new Set([...found("src", /\baction: "(\w+\.\w+)"/g), ...Object.values(CompanyEvents)])]

describe("the audit log", () => {
  it.each(["en", "ru"] as const)("names every action, and the kind it is found by, in the language %s", (language) => {
    const { actions: names, groups } = core[language].kontor.audit
    const texts: Record<string, string> = { ...names }
    const kinds: Record<string, string> = { ...groups }
    expect(actions.length).toBeGreaterThan(25)
    expect(actions.filter((action) => !texts[action.replace(/\./g, "_")])).toEqual([])
    expect(actions.filter((action) => !kinds[action.split(".")[0] ?? ""])).toEqual([])
  })
})

/** What loads leave out of the rows that they put into the log. */
const SILENT = ["id", "as_of", "credit_as_of", "created_at", "updated_at", "deleted_at", "tokens_valid_from"]

/** Columns of the things whose rows loads log whole; a relation is logged by its foreign key. */
const columns = [LegalEntity, Contract, Employee, ManagerAssignment, DeliveryPoint].flatMap((model) =>
  Object.entries<object>(model.parse().schema).flatMap(([name, part]) => {
    const relation = "type" in part ? part.type : null
    return relation === null ? [name] : relation === "belongsTo" ? [`${name}_id`] : []
  })
)

/** Fields that workflows name where they write into the log, and those of rules as loads put them into words. */
const written = [
  ...found("src/workflows", /\b(?:before|after): \{ ([^{}]*) \}/g).flatMap((fields) =>
    fields.split(", ").flatMap((field) => /^(\w+)(?::|$)/.exec(field)?.[1] ?? [])
  ),
  ...found("src/database/loads/merge", /[(,\n]\s*'(\w+)', (?:\$\{row\}|n\.value)/g),
]

/** Words that fields hold, as the code has them. */
const words: [field: string, words: readonly string[]][] = [
  ["state", [...LEGAL_ENTITY_STATES, ...EMPLOYEE_STATES, ...CONTRACT_STATES, ...APPLICATION_STATES, ...SUPPLY_STATES]],
  ["role", [...EMPLOYEE_ROLES, ...STAFF_ROLES]],
  ["scope_kind", SCOPE_KINDS],
  ["kind", [...ADJUSTMENT_KINDS, ...APPLICATION_KINDS]],
  ["basis", THRESHOLD_BASES],
  ["type", CATEGORY_TYPES],
  ["scope", RIGHT_SCOPES],
]

describe("the facts of the audit log", () => {
  it.each(["en", "ru"] as const)("have a word for every field in the language %s", (language) => {
    const texts: Record<string, string> = { ...core[language].kontor.audit.fields }
    expect(written.length).toBeGreaterThan(40)
    expect(columns.length).toBeGreaterThan(40)
    expect([...new Set([...columns, ...written])].filter((field) => !texts[field] && !SILENT.includes(field))).toEqual([])
  })

  it.each(["en", "ru"] as const)("have one for every machine word in the language %s", (language) => {
    const texts: Record<string, Record<string, string>> = { ...core[language].kontor.audit.values }
    expect(words.flatMap(([field, known]) => known.filter((word) => !texts[field]?.[word]).map((word) => `${field}: ${word}`))).toEqual([])
  })

  const texts: Record<string, string> = { "audit.fields.state": "Состояние", "audit.values.state.active": "действует", "audit.yes": "да" }
  const context = { t: (key: string, fallback: string) => texts[key] ?? fallback, language: "ru", names: { ctr_1: "Д-17" } }
  it.each([
    ["a machine word", "state", "active", "действует"],
    ["one that is not known", "state", "asleep", "asleep"],
    ["an id", "contract_id", "ctr_1", "Д-17"],
    ["ids", "entity_ids", ["ctr_1", "ctr_2"], "Д-17, ctr_2"],
    ["yes", "is_head", true, "да"],
    ["nothing", "name", null, "–"],
    ["an empty list", "entity_ids", [], "–"],
    ["a day", "starts_on", "2026-02-01", "1\u00a0февр.\u00a02026\u00a0г."],
    ["parts of a thing", "account", { state: "active", number: "5" }, "Состояние: действует; number: 5"],
    ["what a person wrote", "comment", "state: active. {{t}}", "state: active. {{t}}"],
  ])("tell %s", (_what, field, value, expected) => {
    expect(factWord(field, value, context)).toBe(expected)
  })
})

describe("the screen of price files", () => {
  it("names every fault that a row may have", () => {
    expect(Object.keys(core.en.kontor.priceFiles.problems)).toEqual([...PRICE_PROBLEM_CODES])
  })
})

describe("the grid of rights", () => {
  it("has every section, action and scope there is, each with a name", () => {
    expect(SECTIONS).toEqual(RIGHT_SECTIONS)
    expect(ACTIONS).toEqual(RIGHT_ACTIONS)
    expect(SCOPES).toEqual(["none", ...RIGHT_SCOPES])
    const { sections, actions, scopes } = core.en.kontor.rights
    expect([sections, actions, scopes].map(Object.keys)).toEqual([SECTIONS, ACTIONS, SCOPES])
  })

  it("gives the rights back that it was made of, and none for a cell that was emptied", () => {
    const rights = [
      { section: "cart", action: "edit", scope: "own" },
      { section: "order", action: "view", scope: "holding" },
    ]
    expect(rightsOf(gridOf(rights))).toEqual(rights)
    expect(rightsOf({ ...gridOf(rights), "order.view": "none" })).toEqual(rights.slice(0, 1))
  })
})

describe("the screens of applications", () => {
  it("name every kind, state, event and field there is", () => {
    expect(shownOfApplications.APPLICATION_KINDS).toEqual(APPLICATION_KINDS)
    expect(shownOfApplications.APPLICATION_STATES).toEqual(APPLICATION_STATES)
    expect(shownOfApplications.REQUISITE_FIELDS).toEqual(REQUISITE_TEXTS)
    const { kinds, events, fields } = core.en.kontor.applications
    expect([kinds, events, fields].map(Object.keys)).toEqual([APPLICATION_KINDS, APPLICATION_EVENT_KINDS, REQUISITE_TEXTS])
    expect(Object.keys(core.en.kontor.state)).toEqual(expect.arrayContaining([...APPLICATION_STATES]))
  })
})

/** The text of a key like "entities.name", however deep. */
function textOf(texts: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (part, name) => (typeof part === "object" && part !== null ? Object.entries(part).find(([of]) => of === name)?.[1] : null),
      texts
    )
}

describe("the screens", () => {
  it("say nothing that has no text", () => {
    const keys = found("src/admin", /\bt\("([\w.]+)"/g).filter((key) => !key.startsWith("general."))
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.filter((key) => typeof textOf(core.en.kontor, key) !== "string")).toEqual([])
  })
})
