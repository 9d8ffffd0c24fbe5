import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import type { ErpAdapter, ErpExchange, InboxEntry, ReceivedFile } from "@kontor/framework"
import type { IEventBusModuleService, InferTypeOf } from "@medusajs/framework/types"
import { MedusaError, MedusaService, Modules } from "@medusajs/framework/utils"
import { adapterKey } from "./loaders/adapters"
import { ErpInbox, ErpOutbox, ExchangeRun, ExchangeRunIssue, OrderState } from "./models"
import { resolveErpOptions, type ErpModuleOptions } from "./options"

type InboxRow = InferTypeOf<typeof ErpInbox>

/** Event: a file lies in the spool and waits to be read. Data: `{ id }` of the inbox entry. */
export const INBOX_RECEIVED = "erp.inbox_received"

/** The exchange core's own tables, and the adapters that read packages. */
export default class ErpModuleService
  extends MedusaService({ ErpInbox, ErpOutbox, ExchangeRun, ExchangeRunIssue, OrderState })
  implements ErpExchange
{
  readonly options: ErpModuleOptions
  private readonly cradle: Record<string, unknown>

  constructor(cradle: Record<string, unknown>, options?: Partial<ErpModuleOptions>) {
    super(cradle, options)
    this.cradle = cradle
    this.options = resolveErpOptions(options)
  }

  async receiveFile(file: ReceivedFile): Promise<InboxEntry> {
    this.adapter(file.adapter)
    const bytes = await spooledBytes(file.path)
    const sha256 = await sha256Of(file.path)
    const known = file.session_id ? await this.delivered(file.session_id, file.filename, sha256) : undefined
    if (known) {
      return toEntry(known)
    }
    const entry = await this.createOrFind({ ...file, bytes, sha256, received_at: new Date() })
    await this.announce(entry.id)
    return toEntry(entry)
  }

  async inboxEntry(id: string): Promise<InboxEntry | null> {
    const [row] = await this.listErpInboxes({ id }, { take: 1 })
    return row ? toEntry(row) : null
  }

  async findInboxEntry(sessionId: string, filename: string): Promise<InboxEntry | null> {
    const [row] = await this.listErpInboxes({ session_id: sessionId, filename }, { take: 1, order: { received_at: "DESC" } })
    return row ? toEntry(row) : null
  }

  /** The adapter with this identifier; INVALID_DATA when no plugin brings it. */
  adapter(identifier: string): ErpAdapter {
    const key = adapterKey(identifier)
    try {
      return this.cradle[key] as ErpAdapter
    } catch (error) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `No plugin brings the ERP adapter "${identifier}": ${error instanceof Error ? error.message : String(error)}`
      )
    }
  }

  private async delivered(sessionId: string, filename: string, sha256: string): Promise<InboxRow | undefined> {
    const [row] = await this.listErpInboxes({ session_id: sessionId, filename, sha256 }, { take: 1 })
    return row
  }

  /** Two deliveries of one file may race; the unique index lets one in and the other finds it. */
  private async createOrFind(file: ReceivedFile & { bytes: number; sha256: string; received_at: Date }): Promise<InboxRow> {
    try {
      return await this.createErpInboxes(file)
    } catch (error) {
      const winner = file.session_id ? await this.delivered(file.session_id, file.filename, file.sha256) : undefined
      if (!winner) {
        throw error
      }
      return winner
    }
  }

  private async announce(inboxId: string): Promise<void> {
    const eventBus = this.cradle[Modules.EVENT_BUS] as IEventBusModuleService
    await eventBus.emit({ name: INBOX_RECEIVED, data: { id: inboxId } })
  }
}

function toEntry(row: InboxRow): InboxEntry {
  return { id: row.id, state: row.state, error_code: row.error_code, error_message: row.error_message }
}

async function spooledBytes(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `The spooled file ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`
    )
  }
}

/** Bytes read at a time; each turn of the event loop costs as much as hashing some ten kilobytes. */
const HASHED_BYTES = 512 * 1024

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256")
  await pipeline(createReadStream(path, { highWaterMark: HASHED_BYTES }), hash)
  return hash.digest("hex")
}
