import {
  EXTERNAL_ID_MAX,
  type ErpContractPrice,
  type ErpContractPriceList,
  type ErpPackage,
  type ErpPrice,
  type ErpRecord,
  type ErpStock,
} from "@kontor/framework"
import { count, type LoadContext } from "../load-context"
import { CopySink, ISSUES } from "./copy-sink"
import { ASPECTS, DigestGate, type BundledRecord } from "./digest-gate"
import { PackageMemo } from "./package-memo"
import { remarksOn } from "./remarks-on-record"
import { documentKey, documentText, type DocumentRecord } from "./stage-documents"
import type { StageTable, StageTables } from "./stage-tables"

/** What a package says of itself, once it has been read to its end. */
export interface StagedPackage {
  /** Tables with at least one row. */
  filled: ReadonlySet<string>
  /** Things that were staged; those that say the same as the last time are not. */
  things: number
  isFull: boolean
  hasCatalog: boolean
  formedAt: string | null
  /** What is kept of it for its repetition. */
  memo: PackageMemo
}

/** All but what says something of the package itself. */
type ThingRecord = DocumentRecord | ErpPrice | ErpStock | ErpContractPriceList | ErpContractPrice

/** Names under which a run reports its records. */
export const COUNT_NAMES: Record<ThingRecord["kind"], string> = {
  group: "groups",
  property: "properties",
  property_value: "property_values",
  product: "products",
  offer: "offers",
  price_type: "price_types",
  price_type_rule: "price_type_rules",
  price_adjustment: "price_adjustments",
  currency_rate: "currency_rates",
  price_threshold: "price_thresholds",
  order_rule: "order_rules",
  visibility_rule: "visibility_rules",
  exclusive_label: "exclusive_labels",
  warehouse: "warehouses",
  supply: "supplies",
  product_relations: "product_relations",
  product_document: "product_documents",
  client_category: "client_categories",
  holding: "holdings",
  legal_entity: "legal_entities",
  supplier_entity: "supplier_entities",
  contract: "contracts",
  delivery_point: "delivery_points",
  person: "people",
  order_state: "order_states",
  price: "prices",
  stock: "stock",
  contract_price_list: "contract_price_lists",
  contract_price: "contract_prices",
}

/** Merges goods of the part of a package that is staged, while the rest is read. */
export interface EarlyMerge {
  /** Kinds that may be staged beside products by then. */
  readonly kinds: ReadonlySet<ErpRecord["kind"]>
  /** Products that are worth it. */
  readonly from: number
  /** Merges what is staged, and takes it off the stage; false when this, or what will come, is better left to the end. */
  merge(filled: ReadonlySet<string>, products: number): Promise<boolean>
}

/** A package of nothing but problems must not fill the disk. */
const PROBLEMS_KEPT = 1000

/** Reads the records to their end into the stage tables; `isFirst` when nothing is remembered of the source. Whatever the reader throws goes on to the caller. */
export async function stageRecords(
  load: LoadContext,
  records: AsyncIterable<ErpRecord[]>,
  { tables, isFirst, early }: { tables: StageTables; isFirst: boolean; early: EarlyMerge }
): Promise<StagedPackage> {
  const stager = new Stager(load, tables, isFirst, early)
  try {
    for await (const batch of records) {
      for (const record of batch) {
        stager.add(record)
      }
      await stager.flushDue()
    }
    return await stager.end()
  } catch (error) {
    await stager.abandon()
    throw error
  }
}

/** Turns records into rows of the stage tables. Keeps no record beyond the next flush. */
class Stager {
  private readonly sink: CopySink
  private readonly gate: DigestGate
  private sequence = 0
  private offerRef = 0
  private offerId: string | undefined
  /** By currency of the prices, "" = not told, and then by price type. */
  private readonly typeRefs = new Map<string, Map<string, number>>()
  private typeRefCount = 0
  private readonly warehouseRefs = new Map<string, number>()
  private readonly contractRefs = new Map<string, number>()
  private readonly packages: ErpPackage[] = []
  private readonly received = new Map<string, number>()
  private readonly memo = new PackageMemo()
  /** Products on the stage. */
  private products = 0
  private mayMergeEarly = true

  constructor(
    private readonly load: LoadContext,
    tables: StageTables,
    isFirst: boolean,
    private readonly early: EarlyMerge
  ) {
    this.sink = new CopySink(load, tables)
    this.gate = new DigestGate(load, isFirst, {
      pass: (fresh, said) => fresh.forEach((record, index) => this.stage(record, said[index])),
      hold: (known) => known.forEach((record) => this.keepSeen(record)),
      remember: (externalId, digests) =>
        this.sink.add("stage_digest", [this.sequence, externalId, ...ASPECTS.map((aspect) => digests[aspect] ?? null)]),
    })
  }

  add(record: ErpRecord): void {
    switch (record.kind) {
      case "package":
        this.packages.push(record)
        return this.memo.noteOther(record)
      case "problem":
        this.memo.noteOther(record)
        return this.problem("warning", record.code, record.message, record.subject)
      default:
        return this.addThing(record)
    }
  }

  async flushDue(): Promise<void> {
    await this.gate.settleDue()
    await this.sink.flushDue()
    if (this.mayMergeEarly && this.products >= this.early.from && !this.sink.isBusy) {
      const { products } = this
      this.products = 0
      await this.sink.sendThen(async () => {
        this.mayMergeEarly = (await this.early.merge(this.sink.filled, products)) && this.mayMergeEarly
      })
    }
  }

  /** Waits for what is underway when the reading has failed. */
  async abandon(): Promise<void> {
    await this.sink.abandon()
  }

  async end(): Promise<StagedPackage> {
    await this.gate.end()
    await this.sink.end()
    for (const [kind, received] of this.received) {
      count(this.load, kind, { received })
    }
    return {
      filled: this.sink.filled,
      things: this.sequence,
      isFull: this.packages.some((part) => part.is_full),
      hasCatalog: this.packages.some((part) => part.content === "catalog"),
      formedAt: this.packages.find((part) => part.formed_at)?.formed_at ?? null,
      memo: this.memo,
    }
  }

  private addThing(record: ThingRecord): void {
    const name = COUNT_NAMES[record.kind]
    this.received.set(name, (this.received.get(name) ?? 0) + 1)
    if (!this.hasUsableId(record)) {
      return this.memo.spoil()
    }
    if (record.kind === "product" || record.kind === "offer" || record.kind === "price" || record.kind === "stock") {
      this.memo.noteGoods(name, record)
      return this.gate.add(record)
    }
    this.memo.noteOther(record)
    this.stage(record)
  }

  /** `text`: the document that it is staged as, if that has been made already. */
  private stage(record: ThingRecord, text?: string): void {
    this.sequence += 1
    this.mayMergeEarly &&= this.early.kinds.has(record.kind)
    this.products += record.kind === "product" ? 1 : 0
    if (record.kind === "price") {
      return this.stagePrice(record)
    }
    if (record.kind === "stock") {
      const warehouseRef = this.refOfWarehouse(record)
      const isSum = record.warehouse_external_id === null
      return this.sink.add("stage_stock", [
        this.sequence,
        this.refOfOffer(record.offer_external_id),
        isSum ? null : warehouseRef,
        record.quantity,
      ])
    }
    if (record.kind === "contract_price_list" || record.kind === "contract_price") {
      return this.stageContractPrices(record)
    }
    remarksOn(record, this.load.options).forEach(({ code, message }) => this.problem("warning", code, message, documentKey(record)))
    this.sink.add(`stage_${record.kind}` as const, [this.sequence, documentKey(record), text ?? documentText(record, this.load.options)])
  }

  private stagePrice(record: ErpPrice): void {
    const { offer_external_id, from_quantity, amount, coefficient } = record
    const type = this.refOfPriceType(record)
    const offer = this.refOfOffer(offer_external_id)
    if (coefficient === "1" && from_quantity === undefined) {
      return this.sink.add("stage_price", [this.sequence, offer, type, amount, coefficient])
    }
    this.sink.add("stage_price_tier", [this.sequence, offer, type, from_quantity ?? null, amount, coefficient])
  }

  private stageContractPrices(record: ErpContractPriceList | ErpContractPrice): void {
    const contract = this.ref("stage_contract_ref", this.contractRefs, record.contract_external_id)
    if (record.kind === "contract_price_list") {
      return this.sink.add("stage_contract_price_list", [this.sequence, contract, record.is_full, record.currency_code ?? null])
    }
    const { from_quantity, starts_on, ends_on, amount, coefficient, document, is_deleted } = record
    const offer = this.refOfOffer(record.offer_external_id)
    this.sink.add("stage_contract_price", [
      ...[this.sequence, contract, offer],
      ...[from_quantity, starts_on, ends_on, amount, coefficient, document, is_deleted],
    ])
  }

  /** What says the same as before is not merged, but it was said: prices of a type and stock of a warehouse are as new as the package, and a product was not left out. */
  private keepSeen(record: BundledRecord): void {
    if (record.kind === "price") {
      this.refOfPriceType(record)
    }
    if (record.kind === "stock") {
      this.refOfWarehouse(record)
    }
    if (record.kind === "product" && !record.is_deleted) {
      this.sink.add("stage_seen", [record.external_id])
    }
  }

  private hasUsableId(record: ThingRecord): boolean {
    const keys = keysOf(record)
    const key = keys.find((candidate) => candidate === "" || candidate.length > EXTERNAL_ID_MAX)
    if (key === undefined) {
      return true
    }
    const fault = key === "" ? "has no id" : `has an id of ${key.length} characters; at most ${EXTERNAL_ID_MAX} are taken`
    this.problem("error", "external_id_invalid", `A record of kind ${record.kind} ${fault}.`, key)
    return false
  }

  private problem(severity: string, code: string, message: string, subject: string | null): void {
    this.load.issueCount += 1
    if (this.load.issueCount <= PROBLEMS_KEPT) {
      this.sink.add(ISSUES, [severity, code, message, subject?.slice(0, 200) ?? null])
    }
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

  /** Stock that is told as one sum is that of the warehouse with the empty id. */
  private refOfWarehouse({ warehouse_external_id }: ErpStock): number {
    return this.ref("stage_warehouse_ref", this.warehouseRefs, warehouse_external_id ?? "")
  }

  /** A package has prices in a currency or two, so that a price takes two look-ups and no key is put together. */
  private refOfPriceType({ price_type_external_id, currency_code }: ErpPrice): number {
    const currency = currency_code ?? ""
    const known = this.typeRefs.get(currency) ?? new Map<string, number>()
    this.typeRefs.set(currency, known)
    const standing = known.get(price_type_external_id)
    if (standing !== undefined) {
      return standing
    }
    this.typeRefCount += 1
    known.set(price_type_external_id, this.typeRefCount)
    this.sink.add("stage_price_type_ref", [this.typeRefCount, price_type_external_id, currency_code])
    return this.typeRefCount
  }

  private ref(table: StageTable, known: Map<string, number>, externalId: string): number {
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

/** Ids that must be usable for the record to mean anything. */
function keysOf(record: ThingRecord): string[] {
  switch (record.kind) {
    case "price":
    case "stock":
      return [record.offer_external_id]
    case "contract_price_list":
      return [record.contract_external_id]
    case "contract_price":
      return [record.contract_external_id, record.offer_external_id]
    default:
      return [documentKey(record)]
  }
}
