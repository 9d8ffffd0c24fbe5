import type { ErpRecord } from "@kontor/framework"
import { ownString } from "./own-string"
import { thingOf, type Aspect, type BundledRecord } from "./digest-gate"

/** A package of more things is read anew each time: what is kept of one must stay small. */
const THINGS_KEPT = 20_000
const RECORDS_KEPT = 5000

/** Kinds that may be applied again from memory. Partners, contracts and orders are few, and what became of them here is not followed. */
const REPLAYED = new Set<ErpRecord["kind"]>(["package", "group", "property", "property_value", "price_type", "warehouse"])

/** Gathers what has to be kept of a package for its repetition. */
export class PackageMemo {
  /** Records of goods by the names under which runs report them. */
  readonly received: Record<string, number> = {}
  readonly records: ErpRecord[] = []
  readonly externalIds: string[] = []
  private readonly saidAspects = new Set<Aspect>()
  private readonly priceTypes = new Set<string>()
  private isWhole = true

  /** False when the package is too large, had problems, or holds what is not applied from memory. */
  get isKept(): boolean {
    return this.isWhole && this.externalIds.length > 0
  }

  /** What of goods it tells. */
  get aspects(): Aspect[] {
    return [...this.saidAspects]
  }

  get priceTypeIds(): string[] {
    return [...this.priceTypes]
  }

  /** Goods: only the thing is noted, once while its records stand together. */
  noteGoods(name: string, record: BundledRecord): void {
    this.received[name] = (this.received[name] ?? 0) + 1
    this.saidAspects.add(record.kind)
    if (record.kind === "price") {
      this.priceTypes.add(record.price_type_external_id)
    }
    const externalId = thingOf(record)
    if (this.isWhole && this.externalIds.at(-1) !== externalId) {
      this.externalIds.push(ownString(externalId))
      this.giveUpIf(this.externalIds.length > THINGS_KEPT)
    }
  }

  noteOther(record: ErpRecord): void {
    if (this.isWhole) {
      this.records.push(record)
      this.giveUpIf(!REPLAYED.has(record.kind) || this.records.length > RECORDS_KEPT)
    }
  }

  /** The package had a record that cannot be applied, which its repetition must tell again. */
  spoil(): void {
    this.isWhole = false
    this.records.length = 0
    this.externalIds.length = 0
  }

  private giveUpIf(isTooMuch: boolean): void {
    if (isTooMuch) {
      this.spoil()
    }
  }
}
