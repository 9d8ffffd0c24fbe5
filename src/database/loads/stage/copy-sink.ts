import { finished } from "node:stream/promises"
import { MedusaError } from "@medusajs/framework/utils"
import { from as copyFrom } from "pg-copy-streams"
import type { Client } from "pg"
import type { LoadContext } from "../load-context"
import { copyLine, type CopyValue } from "./copy-text"

/** Characters gathered for one table before they go to the database: large enough for few round trips, small enough to forget. */
const FLUSH_AT = 512 * 1024
/**
 * Lines that are joined as soon as there are so many. A line that was just put together is a tree of pieces ten times its size, which hold
 * on to the text of the package that they were cut from; what waits for long must not be that.
 */
const JOINED_AT = 200

/** Lines of one table that wait to be sent. */
interface Batch {
  joined: string[]
  lines: string[]
  size: number
}

/**
 * Sends rows to stage tables by COPY over the transaction's own connection. A connection carries one COPY at a time, so rows of each
 * table are gathered and sent in turns; memory stays flat however long the package is. While one batch is on its way the next is read:
 * what goes wrong with it is told by the next call.
 */
export class CopySink {
  private readonly pending = new Map<string, Batch>()
  /** Tables that got at least one row. */
  readonly filled = new Set<string>()

  private underway: Promise<void> = Promise.resolve()

  constructor(private readonly load: LoadContext) {}

  /** Takes a row; true when the table is due for {@link flushDue}. */
  add(table: string, values: CopyValue[]): void {
    let batch = this.pending.get(table)
    if (!batch) {
      batch = { joined: [], lines: [], size: 0 }
      this.pending.set(table, batch)
    }
    const line = copyLine(values)
    batch.lines.push(line)
    batch.size += line.length
    if (batch.lines.length >= JOINED_AT) {
      batch.joined.push(batch.lines.join(""))
      batch.lines = []
    }
  }

  /** Sends the tables that have gathered enough. */
  async flushDue(): Promise<void> {
    for (const [table, batch] of this.pending) {
      if (batch.size >= FLUSH_AT) {
        await this.flush(table)
      }
    }
  }

  /** Sends all that is left. */
  async end(): Promise<void> {
    for (const table of this.pending.keys()) {
      await this.flush(table)
    }
    await this.underway
  }

  private async flush(table: string): Promise<void> {
    const batch = this.pending.get(table)
    if (!batch) {
      return
    }
    this.pending.delete(table)
    this.filled.add(table)
    await this.underway
    this.underway = this.copy(table, batch.joined.join("") + batch.lines.join(""))
    // Awaited by the next call; until then a failure must not count as one that nobody handles.
    this.underway.catch(() => undefined)
  }

  private async copy(table: string, text: string): Promise<void> {
    const client = await transactionClient(this.load)
    const stream = client.query(copyFrom(`copy ${table} from stdin`))
    stream.end(text)
    await finished(stream)
  }
}

/** The connection on which the transaction runs: inside a transaction knex always hands out that one. */
async function transactionClient(load: LoadContext): Promise<Client> {
  const client: unknown = await load.trx.client.acquireConnection()
  if (typeof client !== "object" || client === null || !("query" in client)) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The transaction has no PostgreSQL connection to copy over.")
  }
  return client as Client
}
