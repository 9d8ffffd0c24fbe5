import { finished } from "node:stream/promises"
import { from as copyFrom } from "pg-copy-streams"
import type { LoadContext } from "../load-context"
import { transactionClient } from "../transaction-client"
import { copyLine, type CopyValue } from "./copy-text"

/** Characters gathered for one table before they go to the database: large enough for few round trips, small enough to forget. */
const FLUSH_AT = 512 * 1024
/** The same while the connection does other work, which rows wait for: a few megabytes, so that the reader need not. */
const GATHER_AT = 4 * 1024 * 1024
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
  private isWorking = false

  constructor(private readonly load: LoadContext) {}

  /** Whether {@link sendThen} goes on. */
  get isBusy(): boolean {
    return this.isWorking
  }

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
      if (batch.size >= (this.isWorking ? GATHER_AT : FLUSH_AT)) {
        await this.flush(table)
      }
    }
  }

  /** Sends all that has gathered and has work done over it in the database, while the next rows are read. What goes wrong with it is told by the next call. */
  async sendThen(work: () => Promise<void>): Promise<void> {
    for (const table of this.pending.keys()) {
      await this.flush(table)
    }
    this.isWorking = true
    this.underway = this.underway.then(work).finally(() => (this.isWorking = false))
    this.underway.catch(() => undefined)
  }

  /** Waits for what is on its way, whatever becomes of it: nothing may follow a transaction that is rolled back. */
  async abandon(): Promise<void> {
    await this.underway.catch(() => undefined)
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
    const client = await transactionClient(this.load.trx)
    const stream = client.query(copyFrom(`copy ${table} from stdin`))
    stream.end(text)
    await finished(stream)
  }
}
