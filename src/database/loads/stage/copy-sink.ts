import { finished } from "node:stream/promises"
import { from as copyFrom } from "pg-copy-streams"
import type { LoadContext } from "../load-context"
import { transactionClient } from "../transaction-client"
import { copyLine, type CopyValue } from "./copy-text"
import type { StageTable, StageTables } from "./stage-tables"

/** Characters gathered for one table before they go to the database: large enough for few round trips, small enough to forget. */
const FLUSH_AT = 512 * 1024
/** The same while the connection does other work, which rows wait for: a few megabytes, so that the reader need not. */
const GATHER_AT = 4 * 1024 * 1024
/**
 * Characters of lines that become bytes as soon as there are so many. A line that was just put together is a tree of pieces ten times its size, which hold
 * on to the text of the package that they were cut from, and texts that wait are moved by each collection of garbage: bytes are neither.
 */
const BYTES_AT = 32 * 1024

/** What is wrong with a package is gathered as it is read, too. */
export const ISSUES = "load_issue (severity, code, message, subject)"

type SinkTable = StageTable | typeof ISSUES

/** Lines of one table that wait to be sent. */
interface Batch {
  bytes: Buffer[]
  lines: string[]
  /** Characters of `lines`. */
  length: number
  /** Characters of all. */
  size: number
}

/**
 * Sends rows to stage tables by COPY over the transaction's own connection. A connection carries one COPY at a time, so rows of each
 * table are gathered and sent in turns; memory stays flat however long the package is. While one batch is on its way the next is read:
 * what goes wrong with it is told by the next call.
 */
export class CopySink {
  private readonly pending = new Map<SinkTable, Batch>()
  /** Tables that got at least one row. */
  readonly filled = new Set<string>()

  private underway: Promise<void> = Promise.resolve()
  private isWorking = false

  constructor(
    private readonly load: LoadContext,
    private readonly tables: StageTables
  ) {}

  /** Whether {@link sendThen} goes on. */
  get isBusy(): boolean {
    return this.isWorking
  }

  /** Takes a row, which goes to the database with {@link flushDue} or {@link end}. */
  add(table: SinkTable, values: CopyValue[]): void {
    let batch = this.pending.get(table)
    if (!batch) {
      batch = { bytes: [], lines: [], length: 0, size: 0 }
      this.pending.set(table, batch)
    }
    const line = copyLine(values)
    batch.lines.push(line)
    batch.length += line.length
    batch.size += line.length
    if (batch.length >= BYTES_AT) {
      becomeBytes(batch)
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

  private async flush(table: SinkTable): Promise<void> {
    const batch = this.pending.get(table)
    if (!batch) {
      return
    }
    this.pending.delete(table)
    this.filled.add(table)
    await this.underway
    becomeBytes(batch)
    this.underway = this.copy(table, Buffer.concat(batch.bytes))
    // Awaited by the next call; until then a failure must not count as one that nobody handles.
    this.underway.catch(() => undefined)
  }

  private async copy(table: SinkTable, rows: Buffer): Promise<void> {
    if (table !== ISSUES) {
      await this.tables.make(table)
    }
    const client = await transactionClient(this.load.trx)
    const stream = client.query(copyFrom(`copy ${table} from stdin`))
    stream.end(rows)
    await finished(stream)
  }
}

function becomeBytes(batch: Batch): void {
  batch.bytes.push(Buffer.from(batch.lines.join(""), "utf8"))
  batch.lines = []
  batch.length = 0
}
