import { EXTERNAL_ID_MAX, type ErpPackage, type ErpRecord } from "@kontor/framework"
import { count, type LoadContext } from "../load-context"
import { CopySink } from "./copy-sink"
import { documentKey, toDocument, type DocumentRecord } from "./stage-documents"

/** What a package says of itself, once it has been read to its end. */
export interface StagedPackage {
  /** Tables with at least one row. */
  filled: ReadonlySet<string>
  isFull: boolean
  hasCatalog: boolean
  formedAt: string | null
}

/** Names under which a run reports its records. */
export const COUNT_NAMES: Record<DocumentRecord["kind"] | "price" | "stock", string> = {
  group: "groups",
  property: "properties",
  property_value: "property_values",
  product: "products",
  offer: "offers",
  price_type: "price_types",
  warehouse: "warehouses",
  holding: "holdings",
  legal_entity: "legal_entities",
  supplier_entity: "supplier_entities",
  contract: "contracts",
  order_state: "order_states",
  price: "prices",
  stock: "stock",
}

/** Reads the records to their end into the stage tables. Whatever the reader throws goes on to the caller. */
export async function stageRecords(load: LoadContext, records: AsyncIterable<ErpRecord[]>): Promise<StagedPackage> {
  const stager = new Stager(load)
  for await (const batch of records) {
    for (const record of batch) {
      stager.add(record)
    }
    await stager.sink.flushDue()
  }
  await stager.sink.end()
  return stager.result()
}

/** Turns records into rows of the stage tables. Keeps no record; remembers only the last reference of each sort and the few price types. */
class Stager {
  readonly sink: CopySink
  private sequence = 0
  private offerRef = 0
  private offerId: string | undefined
  private readonly typeRefs = new Map<string, number>()
  private readonly warehouseRefs = new Map<string, number>()
  private readonly packages: ErpPackage[] = []
  private readonly received = new Map<string, number>()

  constructor(private readonly load: LoadContext) {
    this.sink = new CopySink(load)
  }

  add(record: ErpRecord): void {
    this.sequence += 1
    switch (record.kind) {
      case "package":
        this.packages.push(record)
        return
      case "problem":
        return this.problem("warning", record.code, record.message, record.subject)
      case "price":
        this.count("price")
        return this.sink.add("stage_price", [
          this.sequence,
          this.refOfOffer(record.offer_external_id),
          this.ref("stage_price_type_ref", this.typeRefs, record.price_type_external_id),
          record.amount,
          record.coefficient,
        ])
      case "stock":
        this.count("stock")
        return this.sink.add("stage_stock", [
          this.sequence,
          this.refOfOffer(record.offer_external_id),
          record.warehouse_external_id === null ? null : this.ref("stage_warehouse_ref", this.warehouseRefs, record.warehouse_external_id),
          record.quantity,
        ])
      default:
        return this.document(record)
    }
  }

  result(): StagedPackage {
    for (const [kind, received] of this.received) {
      count(this.load, kind, { received })
    }
    return {
      filled: this.sink.filled,
      isFull: this.packages.some((part) => part.is_full),
      hasCatalog: this.packages.some((part) => part.content === "catalog"),
      formedAt: this.packages.find((part) => part.formed_at)?.formed_at ?? null,
    }
  }

  private document(record: DocumentRecord): void {
    this.count(record.kind)
    const key = documentKey(record)
    if (key === "" || key.length > EXTERNAL_ID_MAX) {
      const message =
        key === ""
          ? `A ${record.kind} has no id.`
          : `The id of a ${record.kind} has ${key.length} characters; at most ${EXTERNAL_ID_MAX} are taken.`
      return this.problem("error", "external_id_invalid", message, key)
    }
    this.sink.add(`stage_${record.kind}`, [this.sequence, key, JSON.stringify(toDocument(record, this.load.options))])
  }

  private problem(severity: string, code: string, message: string, subject: string | null): void {
    this.load.issueCount += 1
    if (this.load.issueCount <= ISSUES_STAGED) {
      this.sink.add("load_issue (severity, code, message, subject)", [severity, code, message, subject?.slice(0, 200) ?? null])
    }
  }

  private count(kind: keyof typeof COUNT_NAMES): void {
    const name = COUNT_NAMES[kind]
    this.received.set(name, (this.received.get(name) ?? 0) + 1)
  }

  /** Prices and stock of one offer stand together, so comparing with the one before interns nearly all of them in no memory. */
  private refOfOffer(externalId: string): number {
    if (externalId !== this.offerId) {
      this.offerId = externalId
      this.offerRef += 1
      this.sink.add("stage_offer_ref", [this.offerRef, externalId])
    }
    return this.offerRef
  }

  private ref(table: string, known: Map<string, number>, externalId: string): number {
    const standing = known.get(externalId)
    if (standing !== undefined) {
      return standing
    }
    const ref = known.size + 1
    known.set(externalId, ref)
    this.sink.add(table, [ref, externalId])
    return ref
  }
}

/** A package of nothing but problems must not fill the disk. */
const ISSUES_STAGED = 1000
