import { hash } from "node:crypto"
import type { ErpOffer, ErpPrice, ErpProduct, ErpStock } from "@kontor/framework"
import { run, type LoadContext, type LoadOptions } from "../load-context"
import { ownString } from "./own-string"
import { documentText } from "./stage-documents"

/** What of a thing its records tell; each aspect is remembered on its own, since packages may carry each alone. Columns of erp_digest. */
export const ASPECTS = ["product", "offer", "price", "stock"] as const
export type Aspect = (typeof ASPECTS)[number]

/** Records of things that come by the hundred thousand and mostly say what they said before. */
export type BundledRecord = ErpProduct | ErpOffer | ErpPrice | ErpStock

/** External id of the product or offer that a record tells of. */
export function thingOf(record: BundledRecord): string {
  return record.kind === "price" || record.kind === "stock" ? record.offer_external_id : record.external_id
}

/** Digests of what was said of one thing; absent where nothing was. */
export type Digests = Partial<Record<Aspect, string>>

/** Neighbouring records of one thing, by aspect. */
interface Bundle {
  externalId: string
  records: Map<Aspect, BundledRecord[]>
}

/** What becomes of the bundles: records that say something new, with the digests to remember, and records that say what is known. */
export interface GateOutlets {
  /** `said`: all that each of them says, of products and offers as the document that they are staged as. */
  pass(records: BundledRecord[], said: string[]): void
  hold(records: BundledRecord[]): void
  remember(externalId: string, digests: Digests): void
}

/** Changes when the merges read something else out of the same records, so that packages known already are merged anew. */
export const MERGE_VERSION = 3

/** Bundles asked about in one statement, and records in them: what waits for an answer is memory. */
const LOOKUP_AT = 1000
const LOOKUP_AT_RECORDS = 4000

/**
 * Lets through only what the ERP says differently from the last time. Neighbouring records of one thing and aspect (the prices of an
 * offer, say) are digested together and compared with what is remembered since the last package. An aspect told twice in a package passes
 * every time once it has differed, so that the last word still wins.
 */
export class DigestGate {
  private open: Bundle | undefined
  private closed: Bundle[] = []
  private waiting = 0
  /** The question that is underway; the next one waits for its answer, so that bundles are decided in their order. */
  private underway: Promise<void> = Promise.resolve()
  private readonly changed = new Set<string>()
  /** What decides how records are read, by which two digests of the same records differ. */
  private readonly reading: string

  /** `isFirst`: nothing is remembered of this source, so that there is nothing to ask for. */
  constructor(
    private readonly load: LoadContext,
    private readonly isFirst: boolean,
    private readonly outlets: GateOutlets
  ) {
    const { multiplicityRequisites, minimumRequisites, positionRequisites } = load.options
    this.reading = [MERGE_VERSION, ...multiplicityRequisites, ...minimumRequisites, ...positionRequisites].join("\n")
  }

  add(record: BundledRecord): void {
    const externalId = thingOf(record)
    if (this.open?.externalId !== externalId) {
      this.close()
      this.open = { externalId: ownString(externalId), records: new Map() }
    }
    this.waiting += 1
    const records = this.open.records.get(record.kind)
    if (records) {
      records.push(record)
    } else {
      this.open.records.set(record.kind, [record])
    }
  }

  /**
   * Asks about what has gathered, when that is enough for a statement, and decides on it when the answer comes: meanwhile the reader goes
   * on. What goes wrong is told by the next call.
   */
  async settleDue(): Promise<void> {
    const isDue = this.closed.length >= LOOKUP_AT || this.waiting >= LOOKUP_AT_RECORDS
    if (!isDue && !this.isFirst) {
      return
    }
    await this.underway
    this.underway = this.settle()
    this.underway.catch(() => undefined)
  }

  /** Decides on all the rest. */
  async end(): Promise<void> {
    await this.underway
    this.close()
    await this.settle()
  }

  private close(): void {
    if (this.open) {
      this.closed.push(this.open)
      this.open = undefined
    }
  }

  private async settle(): Promise<void> {
    const bundles = this.closed
    this.closed = []
    this.waiting = 0
    const known = await this.knownDigests(bundles)
    bundles.forEach((bundle, index) => this.decide(bundle, known[index]))
  }

  private decide(bundle: Bundle, known: Partial<Record<Aspect, string | null>> | undefined): void {
    const fresh: Digests = {}
    for (const [aspect, records] of bundle.records) {
      const said = records.map((record) => words(record, this.load.options))
      const digest = this.digestOf(said)
      if (known?.[aspect] === digest && !this.changed.has(`${aspect}:${bundle.externalId}`)) {
        this.outlets.hold(records)
      } else {
        this.noteChange(aspect, bundle.externalId)
        this.outlets.pass(records, said)
        fresh[aspect] = digest
      }
    }
    if (Object.keys(fresh).length > 0) {
      this.outlets.remember(bundle.externalId, fresh)
    }
  }

  /** On a first load nothing is ever held, so that there is nothing to keep in mind. */
  private noteChange(aspect: Aspect, externalId: string): void {
    if (!this.isFirst) {
      this.changed.add(`${aspect}:${externalId}`)
    }
  }

  /**
   * The remembered digests of each bundle, in their order. Each is looked up by the key, which `lateral` with a limit prescribes: in the
   * portions of a first export the planner knows nothing yet of what the source has, and would read all of it for every bundle.
   */
  private async knownDigests(bundles: Bundle[]): Promise<Partial<Record<Aspect, string | null>>[]> {
    if (this.isFirst || bundles.length === 0) {
      return []
    }
    const { rows } = await run<Partial<Record<Aspect, string | null>>>(
      this.load,
      `select ${ASPECTS.map((aspect) => `replace(d.${aspect}::text, '-', '') as ${aspect}`).join(", ")}
       from unnest(:ids::text[]) with ordinality as asked (external_id, position)
       left join lateral (select * from erp_digest where source = :source and external_id = asked.external_id limit 1) d on true
       order by asked.position`,
      { ids: bundles.map((bundle) => bundle.externalId) }
    )
    return rows
  }

  /** The settings that decide what is read out of a record count as part of it. */
  private digestOf(said: string[]): string {
    return hash("md5", [this.reading, ...said].join("\n"), "hex")
  }
}

/** All that a record says. Prices and stock are many, so they are written out by hand rather than as JSON. */
function words(record: BundledRecord, options: LoadOptions): string {
  switch (record.kind) {
    case "price":
      return `${record.price_type_external_id}|${record.amount}|${record.coefficient}|${record.currency_code ?? ""}|${record.from_quantity ?? ""}`
    case "stock":
      return `${record.warehouse_external_id ?? "\n"}|${record.quantity}`
    default:
      return documentText(record, options)
  }
}
