import { hash } from "node:crypto"
import type { ErpOffer, ErpPrice, ErpProduct, ErpStock } from "@kontor/framework"
import { run, type LoadContext } from "../load-context"

/** Records of things that come by the hundred thousand and mostly say what they said before. */
export type BundledRecord = ErpProduct | ErpOffer | ErpPrice | ErpStock

/** What of a thing a bundle tells; each is remembered on its own, since packages may carry each alone. */
export type Aspect = BundledRecord["kind"]

interface Bundle {
  aspect: Aspect
  externalId: string
  records: BundledRecord[]
  digest: string
}

/** Changes when the merges read something else out of the same records, so that packages known already are merged anew. */
const MERGE_VERSION = 1

/** Bundles asked about in one statement. */
const LOOKUP_AT = 2000

/**
 * Lets through only what the ERP says differently from the last time. Neighbouring records of one thing and aspect (the prices of an
 * offer, say) are one bundle; its digest is compared with the one remembered when the last package was applied. A thing named twice in a
 * package passes every time once it has differed, so that the last word still wins.
 */
export class DigestGate {
  private open = new Map<Aspect, BundledRecord[]>()
  private openId: string | undefined
  private closed: Bundle[] = []
  private readonly changed = new Set<string>()

  constructor(
    private readonly load: LoadContext,
    private readonly passed: (bundle: Bundle) => void,
    private readonly held: (bundle: Bundle) => void
  ) {}

  add(record: BundledRecord): void {
    const externalId = record.kind === "price" || record.kind === "stock" ? record.offer_external_id : record.external_id
    if (externalId !== this.openId) {
      this.close()
      this.openId = externalId
    }
    const records = this.open.get(record.kind)
    if (records) {
      records.push(record)
    } else {
      this.open.set(record.kind, [record])
    }
  }

  /** Decides on what has gathered, when that is enough for a statement. */
  async settleDue(): Promise<void> {
    if (this.closed.length >= LOOKUP_AT) {
      await this.settle()
    }
  }

  /** Decides on all the rest. */
  async end(): Promise<void> {
    this.close()
    await this.settle()
  }

  private close(): void {
    for (const [aspect, records] of this.open) {
      this.closed.push({ aspect, externalId: this.openId ?? "", records, digest: this.digestOf(records) })
    }
    this.open = new Map()
  }

  /** The settings that decide what is read out of a record count as part of it. */
  private digestOf(records: BundledRecord[]): string {
    const { multiplicityRequisites, minimumRequisites } = this.load.options
    return hash("md5", [MERGE_VERSION, ...multiplicityRequisites, ...minimumRequisites, ...records.map(words)].join("\n"), "hex")
  }

  private async settle(): Promise<void> {
    const bundles = this.closed
    this.closed = []
    const known = await knownDigests(this.load, bundles)
    bundles.forEach((bundle, index) => {
      const key = `${bundle.aspect}:${bundle.externalId}`
      if (known[index] === bundle.digest && !this.changed.has(key)) {
        return this.held(bundle)
      }
      this.changed.add(key)
      this.passed(bundle)
    })
  }
}

/** The remembered digest of each bundle, in their order. */
async function knownDigests(load: LoadContext, bundles: Bundle[]): Promise<(string | null)[]> {
  if (bundles.length === 0) {
    return []
  }
  const { rows } = await run<{ digest: string | null }>(
    load,
    `select replace(d.digest::text, '-', '') as digest
     from unnest(:aspects::text[], :ids::text[]) with ordinality as asked (kind, external_id, position)
     left join erp_digest d on d.source = :source and d.kind = asked.kind and d.external_id = asked.external_id
     order by asked.position`,
    { aspects: bundles.map((bundle) => bundle.aspect), ids: bundles.map((bundle) => bundle.externalId) }
  )
  return rows.map((row) => row.digest)
}

/** All that a record says. Prices and stock are many, so they are written out by hand rather than as JSON. */
function words(record: BundledRecord): string {
  switch (record.kind) {
    case "price":
      return `${record.price_type_external_id}|${record.amount}|${record.coefficient}|${record.currency_code ?? ""}`
    case "stock":
      return `${record.warehouse_external_id ?? "\n"}|${record.quantity}`
    default:
      return JSON.stringify(record)
  }
}
