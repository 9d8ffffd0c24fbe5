import { createHash } from "node:crypto"
import type { Contract, DeliveryPoint, LegalEntity, Partners } from "../generate/partners"
import { at } from "../generate/random"
import type { Supplier } from "../generate/supplier"
import { readBaseFile, unreadable, writeBaseFile } from "./base-file"
import type { GivenPartners } from "./read-partners"

/** What 1C's base holds of the site's clients: rows as they go back, the contracts that 1C's people made for new ones. */
export type TakenPartners = Pick<Partners, "legalEntities" | "contracts" | "deliveryPoints">

export const NOTHING_TAKEN: TakenPartners = { legalEntities: [], contracts: [], deliveryPoints: [] }

interface BaseFile {
  version: 1
  legal_entities: LegalEntity[]
  contracts: Contract[]
  delivery_points: DeliveryPoint[]
}

/** How many rows a fetch brought, and how many of them 1C had not known. */
export interface TakeResult {
  legal_entities: number
  delivery_points: number
  new: number
}

/** A GUID that follows from the site's id, so that a lost base makes no second client of the first. */
function guidOf(kind: string, portalId: string): string {
  const hex = createHash("sha256").update(`${kind} ${portalId}`).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The row of `rows` with the same id in its place, or a further one. */
function put<Row extends { external_id: string }>(rows: readonly Row[], row: Row): Row[] {
  return rows.some(({ external_id }) => external_id === row.external_id)
    ? rows.map((each) => (each.external_id === row.external_id ? row : each))
    : [...rows, row]
}

/** The supplier's partners with what the site has told of them. */
export function withTaken(partners: Partners, taken: TakenPartners): Partners {
  return {
    ...partners,
    legalEntities: taken.legalEntities.reduce(put<LegalEntity>, partners.legalEntities),
    contracts: taken.contracts.reduce(put<Contract>, partners.contracts),
    deliveryPoints: taken.deliveryPoints.reduce(put<DeliveryPoint>, partners.deliveryPoints),
  }
}

/** A small stand-in for 1C's database: clients and delivery points that came from the site, in one JSON file. */
export class PartnerBase {
  private constructor(
    private readonly path: string,
    private rows: TakenPartners
  ) {}

  /** Opens the file, or begins a new one. */
  static async open(path: string): Promise<PartnerBase> {
    const file = (await readBaseFile(path)) as Partial<BaseFile> | null
    if (file === null) {
      return new PartnerBase(path, NOTHING_TAKEN)
    }
    const { version, legal_entities, contracts, delivery_points } = file
    if (version !== 1 || !legal_entities || !contracts || !delivery_points) {
      throw unreadable(path, "it is no base of the emulator")
    }
    return new PartnerBase(path, { legalEntities: legal_entities, contracts, deliveryPoints: delivery_points })
  }

  get taken(): TakenPartners {
    return this.rows
  }

  /** Takes rows in: known ones by 1C's own id or by ИНН and КПП; a new client gets an id and, from the manager, a contract. */
  take(given: GivenPartners, supplier: Supplier): TakeResult {
    const known = withTaken(supplier.partners(), this.rows)
    const result = { legal_entities: given.legal_entities.length, delivery_points: given.delivery_points.length, new: 0 }
    for (const { contact: _contact, ...row } of given.legal_entities) {
      const twin = known.legalEntities.find(
        (each) => each.external_id === row.external_id || (row.inn && each.inn === row.inn && (each.kpp ?? null) === (row.kpp ?? null))
      )
      const entity: LegalEntity = { ...twin, ...row, external_id: twin?.external_id ?? guidOf("client", row.portal_id), is_deleted: false }
      if (!twin) {
        result.new++
        this.rows = { ...this.rows, contracts: put(this.rows.contracts, contractFor(entity, supplier)) }
      }
      this.rows = { ...this.rows, legalEntities: put(this.rows.legalEntities, entity) }
    }
    for (const row of given.delivery_points) {
      const external_id = row.external_id ?? guidOf("delivery point", row.portal_id)
      result.new += known.deliveryPoints.some((point) => point.external_id === external_id) ? 0 : 1
      this.rows = { ...this.rows, deliveryPoints: put(this.rows.deliveryPoints, { ...row, external_id }) }
    }
    return result
  }

  async save(): Promise<void> {
    const { legalEntities, contracts, deliveryPoints } = this.rows
    const file: BaseFile = { version: 1, legal_entities: legalEntities, contracts, delivery_points: deliveryPoints }
    await writeBaseFile(this.path, file)
  }
}

/** What the manager in 1C agrees upon with a new client: the first wholesale price type, from today on. */
function contractFor(entity: LegalEntity, supplier: Supplier): Contract {
  const external_id = guidOf("contract", entity.external_id)
  return {
    external_id,
    number: `САЙТ-${external_id.slice(0, 6).toUpperCase()}`,
    legal_entity_external_id: entity.external_id,
    supplier_entity_external_id: at(supplier.ownEntities(), 0).external_id,
    price_type_external_id: at(supplier.priceTypes, 1).id,
    currency_code: "rub",
    starts_on: supplier.config.asOf.slice(0, 10),
    ends_on: null,
    is_blocked: false,
    is_deleted: false,
  }
}
