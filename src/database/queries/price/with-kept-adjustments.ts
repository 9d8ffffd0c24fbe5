import { logger } from "@medusajs/framework/logger"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type KeptAdjustments, readKeptAdjustments, type WrittenScope } from "./kept-adjustments"
import type { AdjustmentSource } from "./price-facts"

/** They are read again after so many times the time that it took: changes that come without a pause cost a twentieth of a processor at most. */
const REST_OF_READING = 20
const SHORTEST_READING_MS = 100

interface Memory {
  kept: KeptAdjustments | null
  reading: Promise<void> | null
  restsUntil: number
}

/** By the pool of a database. */
const memories = new WeakMap<object, Memory>()

/** A transaction has none: it would be gone with it. */
function memoryOf(db: Pick<Knex, "client" | "isTransaction">): Memory | null {
  const known = memories.get(db.client)
  if (known || db.isTransaction) {
    return known ?? null
  }
  const memory = { kept: null, reading: null, restsUntil: 0 }
  memories.set(db.client, memory)
  return memory
}

/** The answer of a statement of prices. */
export interface AnswerOfRules<Answer> {
  answer: Answer
  /** The adjustments that it left to the process; null = it brought them. */
  kept: KeptAdjustments | null
}

/**
 * Asks a statement of prices for all but the adjustments where the process has kept these. Half of what PostgreSQL takes for fifty prices is to find, sort and tell
 * hundreds of them, which change now and then. The statement says, in the snapshot of all else that it brings, in which state they are: where it is another one than
 * that of what was kept, it is asked once more for everything, so that no answer is ever out of date, whichever server made the change.
 */
export async function withKeptAdjustments<Answer>(
  db: Knex,
  ask: (adjustments: AdjustmentSource) => Promise<Answer>,
  scopeIn: (answer: Answer) => WrittenScope | null | undefined
): Promise<AnswerOfRules<Answer>> {
  const memory = memoryOf(db)
  const kept = memory?.kept
  if (memory && kept) {
    const answer = await ask("kept")
    if (scopeIn(answer)?.version === kept.version) {
      return { answer, kept }
    }
    memory.kept = memory.kept === kept ? null : memory.kept
  }
  if (memory && !db.isTransaction) {
    keepInTime(db, memory)
  }
  return { answer: await ask("told"), kept: null }
}

/** Reads all adjustments if it is time; nobody has to wait for it. A failure is told, and leaves it to the statements to bring them. */
function keepInTime(db: Knex, memory: Memory): void {
  if (memory.reading === null && performance.now() >= memory.restsUntil) {
    memory.reading = keepThem(db, memory)
      .catch((error: unknown) => logger.warn(`The adjustments were not read: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => (memory.reading = null))
  }
}

async function keepThem(db: Knex, memory: Memory): Promise<void> {
  const began = performance.now()
  try {
    memory.kept = await readKeptAdjustments(db)
  } finally {
    memory.restsUntil = performance.now() + REST_OF_READING * Math.max(performance.now() - began, SHORTEST_READING_MS)
  }
}

/** For tests: the process knows them as they are now, and reads them no more; within a transaction as it sees them. */
export async function keepForTest(db: Knex): Promise<void> {
  memories.set(db.client, { kept: await readKeptAdjustments(db), reading: null, restsUntil: Infinity })
}

/** For tests: the process knows none. */
export function forgetForTest(db: Knex): void {
  memories.delete(db.client)
}

/** For tests: whether it knows any. */
export const isKeptForTest = (db: Knex): boolean => memories.get(db.client)?.kept != null
