import type {
  ErpClientCategory,
  ErpContract,
  ErpDeliveryPoint,
  ErpHolding,
  ErpLegalEntity,
  ErpPerson,
  ErpSupplierEntity,
} from "@kontor/framework"
import { innCheckDigit } from "./checksums"
import { buildCategories, categoriesOf, managersOf, requisitesOf } from "./client-card"
import { buildDeliveryPoints, buildPeople } from "./client-people"
import type { SupplierConfig } from "./config"
import { at, guid, hash, PURPOSE, RandomStream } from "./random"
import type { PriceType, Warehouse } from "./terms"
import { COMPANY_FIRST, COMPANY_SECOND, PAYMENT_TERMS, REGIONS, STREETS, TOWNS } from "./vocabulary/words"

type WithoutKind<T> = Omit<T, "kind">

export type Holding = WithoutKind<ErpHolding>
export type LegalEntity = WithoutKind<ErpLegalEntity>
export type SupplierEntity = WithoutKind<ErpSupplierEntity>
export type Contract = WithoutKind<ErpContract>
export type ClientCategory = WithoutKind<ErpClientCategory>
export type DeliveryPoint = WithoutKind<ErpDeliveryPoint>
export type Person = WithoutKind<ErpPerson>

/** Everyone the supplier deals with. `contracts[i]` is the contract of `legalEntities[i]`. */
export interface Partners {
  holdings: Holding[]
  legalEntities: LegalEntity[]
  supplierEntities: SupplierEntity[]
  clientCategories: ClientCategory[]
  deliveryPoints: DeliveryPoint[]
  people: Person[]
  contracts: Contract[]
}

/** The first holding has a head and two children: the demo signs in as them. */
const FIRST_HOLDING_SIZE = 3

/** Places of special cases among every fifty entities; none of them falls into the first holding. */
const EXPIRED_CONTRACT = 4
const BLOCKED_ENTITY = 6
const FUTURE_CONTRACT = 8
const BLOCKED_CONTRACT = 10
const CASES_EVERY = 50

function companyInn(region: string, random: RandomStream): string {
  const firstNine = `${region}${String(random.integer(1, 99)).padStart(2, "0")}${String(random.integer(10_000, 99_999))}`
  return firstNine + innCheckDigit(firstNine)
}

function companyWords(index: number, seed: number): string {
  const word = `${at(COMPANY_FIRST, hash(seed, PURPOSE.legalEntity, index, 1))}${at(COMPANY_SECOND, hash(seed, PURPOSE.legalEntity, index, 2))}`
  return `${word}-${index + 1}`
}

function buildLegalEntity(config: SupplierConfig, index: number, holding: Holding | null, isHead: boolean): LegalEntity {
  const random = new RandomStream(config.seed, PURPOSE.legalEntity, index)
  const [town, region, postcode] = random.pick(TOWNS)
  const words = companyWords(index, config.seed)
  const numbers = { inn: companyInn(region, random), kpp: `${region}${String(random.integer(1, 99)).padStart(2, "0")}01001` }
  const address = `${postcode}, ${town}, ${random.pick(STREETS)}, д. ${random.integer(1, 140)}`
  return {
    external_id: guid(config.seed, PURPOSE.legalEntity, index),
    name: `${words} ООО`,
    official_name: `Общество с ограниченной ответственностью "${words}"`,
    ...numbers,
    address,
    ...requisitesOf(config, index, { region, address }),
    category_external_ids: categoriesOf(config, index),
    // In a holding its managers look after all entities.
    managers: holding === null ? managersOf(config, index) : [],
    holding_external_id: holding?.external_id ?? null,
    is_head: isHead,
    is_blocked: index % CASES_EVERY === BLOCKED_ENTITY,
    is_deleted: false,
  }
}

/** Half of the entities stand alone; the others come in holdings of two to five. */
function holdingSize(config: SupplierConfig, position: number): number {
  if (position === 0) {
    return FIRST_HOLDING_SIZE
  }
  if (position === 1 && config.bigHolding > 0) {
    return config.bigHolding
  }
  const drawn = hash(config.seed, PURPOSE.holding, position, 1)
  return drawn % 4 < 3 ? 1 : 2 + ((drawn >>> 8) % 4)
}

/** Wholesale types go round; the retail type only takes part when there are too few others to differ. */
function priceTypeFor(priceTypes: readonly PriceType[], index: number): PriceType {
  return priceTypes.length >= 3 ? at(priceTypes.slice(1), index) : at(priceTypes, index)
}

interface Terms {
  buyer: LegalEntity
  seller: SupplierEntity
  priceType: PriceType
  warehouse: Warehouse
}

/** Every seventh contract draws from one warehouse, the others from all; every third is an agreement. */
function buildContract(config: SupplierConfig, index: number, { buyer, seller, priceType, warehouse }: Terms): Contract {
  const year = Number(config.asOf.slice(0, 4))
  const place = index % CASES_EVERY
  const startYear = place === FUTURE_CONTRACT ? year + 1 : year - 1 - (hash(config.seed, PURPOSE.contract, index, 1) % 4)
  return {
    external_id: guid(config.seed, PURPOSE.contract, index),
    number: `ДП-${String(index + 1).padStart(5, "0")}/${startYear % 100}`,
    legal_entity_external_id: buyer.external_id,
    supplier_entity_external_id: seller.external_id,
    price_type_external_id: priceType.id,
    currency_code: "rub",
    starts_on: `${startYear}-01-01`,
    ends_on: place === EXPIRED_CONTRACT ? `${year - 1}-12-31` : index % 2 === 0 ? `${year + 2}-12-31` : null,
    is_agreement: index % 3 === 2,
    signed_on: `${startYear - 1}-12-${String(1 + (index % 28)).padStart(2, "0")}`,
    payment_terms: at(PAYMENT_TERMS, index),
    region: at(REGIONS, index),
    warehouse_external_ids: index % 7 === 3 ? [warehouse.id] : [],
    credit_limit: index % 4 === 0 ? null : `${(1 + (index % 20)) * 250_000}.00`,
    credit_terms: index % 4 === 0 ? null : "отсрочка 30 дней, просрочка останавливает отгрузку",
    is_blocked: place === BLOCKED_CONTRACT,
    is_deleted: false,
  }
}

/** The supplier's own companies: the first sells most of the goods. */
export function buildSupplierEntities(config: SupplierConfig): SupplierEntity[] {
  return ["Кедровый стан", "Кедровый стан Логистика"].map((words, index) => {
    const random = new RandomStream(config.seed, PURPOSE.supplierEntity, index)
    return {
      external_id: guid(config.seed, PURPOSE.supplierEntity, index),
      name: `ООО "ТД ${words}"`,
      inn: companyInn("77", random),
      kpp: "771001001",
      is_deleted: false,
    }
  })
}

/** Makes holdings, buyers with their people and places, the supplier's own companies and one contract for each buyer. */
export function buildPartners(config: SupplierConfig, priceTypes: readonly PriceType[], warehouses: readonly Warehouse[]): Partners {
  const holdings: Holding[] = []
  const legalEntities: LegalEntity[] = []
  for (let position = 0; legalEntities.length < config.entities; position++) {
    const size = Math.min(holdingSize(config, position), config.entities - legalEntities.length)
    const head = legalEntities.length
    const holding =
      size === 1
        ? null
        : {
            external_id: guid(config.seed, PURPOSE.holding, position),
            name: `ГК ${companyWords(head, config.seed)}`,
            managers: managersOf(config, head),
            is_deleted: false,
          }
    if (holding !== null) {
      holdings.push(holding)
    }
    for (let i = 0; i < size; i++) {
      legalEntities.push(buildLegalEntity(config, head + i, holding, holding !== null && i === 0))
    }
  }
  const supplierEntities = buildSupplierEntities(config)
  const contracts = legalEntities.map((buyer, i) =>
    buildContract(config, i, {
      buyer,
      seller: at(supplierEntities, i % 5 === 3 ? 1 : 0),
      priceType: priceTypeFor(priceTypes, i),
      warehouse: at(warehouses, i),
    })
  )
  return {
    holdings,
    legalEntities,
    supplierEntities,
    clientCategories: buildCategories(config),
    deliveryPoints: legalEntities.flatMap((entity, i) => buildDeliveryPoints(config, entity, i)),
    people: buildPeople(config, legalEntities),
    contracts,
  }
}
