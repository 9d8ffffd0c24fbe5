import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import { describeChange, type DescribedAdjustment } from "../../database/pricing/describe-change"
import { resolveAdjustment } from "../../database/pricing/resolve-adjustment"
import { liveAdjustments, standingAdjustment, type StandingAdjustment } from "../../database/pricing/standing-adjustment"
import type { AdjustmentDraft, AdjustmentFacts } from "../../modules/contract-pricing/rules/adjustment"
import type { AdjustmentFileRow } from "./files/read-adjustment-file"

/** What a row of a file does to the adjustments that stand. */
export interface PlannedAdjustment {
  /** As it is seen in the file; null = not in it. */
  file_row: number | null
  /** `removed` counts when the file replaces all. */
  status: "created" | "changed" | "removed" | "problem"
  /** What is wrong with a problem. */
  code: string | null
  message: string | null
  /** Null = a new one. */
  id: string | null
  name: string
  /** What differs, on either side. */
  before: DescribedAdjustment | null
  after: DescribedAdjustment | null
  /** What is to be written; null of a problem and of one that goes. */
  draft: AdjustmentDraft | null
  /** The version that it was compared with. */
  updated_at: string | null
}

export interface AdjustmentPlan {
  /** Of the adjustments that the file was compared with: any change of any of them makes it another. */
  state: string
  unchanged: number
  rows: PlannedAdjustment[]
}

/**
 * Compares a file with the live adjustments that were made by hand. Nothing is written. A row with the id of one is that one, another is new; a new
 * one with all facts of one that stands is that one. What the file does not name is "removed".
 */
export async function planAdjustmentFile(db: Knex, rows: readonly AdjustmentFileRow[]): Promise<AdjustmentPlan> {
  const standing = await liveAdjustments(db)
  const plan: AdjustmentPlan = { state: stateOf(standing), unchanged: 0, rows: [] }
  const compared: Compared = {
    standing,
    byFacts: new Map([...standing.values()].map(({ id, facts }) => [keyOf(facts), id])),
    named: new Set(),
    seen: new Set(),
  }
  for (const row of rows) {
    const decided = await decideRow(db, row, compared)
    if (decided === null) {
      plan.unchanged += 1
    } else {
      plan.rows.push(decided)
    }
  }
  for (const [id, gone] of standing) {
    if (!compared.named.has(id)) {
      const { before } = await describeChange(db, gone.facts, null)
      const { name } = gone.facts
      plan.rows.push({ ...NOTHING, status: "removed", id, name, before, updated_at: gone.updated_at })
    }
  }
  return plan
}

const NOTHING = { file_row: null, code: null, message: null, before: null, after: null, draft: null, updated_at: null }

interface Compared {
  standing: ReadonlyMap<string, StandingAdjustment>
  /** Their ids. */
  byFacts: ReadonlyMap<string, string>
  /** Ids of adjustments that rows of the file are. */
  named: Set<string>
  /** Facts of new ones. */
  seen: Set<string>
}

/** Null = the row changes nothing. */
async function decideRow(
  db: Knex,
  row: AdjustmentFileRow,
  { standing, byFacts, named, seen }: Compared
): Promise<PlannedAdjustment | null> {
  const { file_row, name } = row
  const planned = { ...NOTHING, file_row, id: row.id || null, name }
  const problem = (code: string, message: string | null = null): PlannedAdjustment => ({ ...planned, status: "problem", code, message })
  if (named.has(row.id)) {
    return problem("duplicate")
  }
  const known = standing.get(row.id) ?? null
  if (row.id !== "" && known === null) {
    return problem(await whyUnknown(db, row.id))
  }
  if (known) {
    named.add(known.id)
  }
  if ("code" in row) {
    return problem(row.code)
  }
  const facts = await factsOf(db, row.draft, known?.facts ?? null)
  if ("code" in facts) {
    return problem(facts.code, facts.message)
  }
  const key = keyOf(facts.facts)
  const same = known ? (keyOf(known.facts) === key ? known.id : undefined) : byFacts.get(key)
  if (same !== undefined) {
    named.add(same)
    return null
  }
  if (known) {
    const { before, after } = await describeChange(db, known.facts, facts.facts)
    return { ...planned, status: "changed", before, after, draft: row.draft, updated_at: known.updated_at }
  }
  if (seen.has(key)) {
    return problem("duplicate")
  }
  seen.add(key)
  const { after } = await describeChange(db, null, facts.facts)
  return { ...planned, status: "created", after, draft: row.draft }
}

async function whyUnknown(db: Knex, id: string): Promise<"erp_owned" | "adjustment_unknown"> {
  return (await standingAdjustment(db, { id }))?.source === "erp" ? "erp_owned" : "adjustment_unknown"
}

async function factsOf(
  db: Knex,
  draft: AdjustmentDraft,
  standing: AdjustmentFacts | null
): Promise<{ facts: AdjustmentFacts } | { code: string; message: string }> {
  try {
    const { facts, articles } = await resolveAdjustment(db, draft, standing)
    const missing = [...articles.unknown, ...articles.ambiguous]
    return missing.length > 0 ? { code: "articles_unknown", message: missing.slice(0, 20).join(", ") } : { facts }
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.INVALID_DATA && error.code) {
      return { code: error.code, message: error.message }
    }
    throw error
  }
}

/** The same for two with the same facts, in whatever order these were read. */
const keyOf = (facts: AdjustmentFacts): string => JSON.stringify(facts, Object.keys(facts).sort())

function stateOf(standing: ReadonlyMap<string, StandingAdjustment>): string {
  const versions = [...standing.values()].map(({ id, updated_at }) => `${id} ${updated_at}`).sort()
  return createHash("sha256").update(versions.join("\n")).digest("hex")
}
