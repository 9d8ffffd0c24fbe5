import type { SupplierConfig } from "./config"
import type { DeliveryPoint, LegalEntity, Person } from "./partners"
import { at, guid, hash, PURPOSE, RandomStream } from "./random"
import { FIRST_NAMES, STREETS, SURNAMES, TOWNS } from "./vocabulary/words"

/** More than any entity has people or places, so that their streams never meet. */
const PER_ENTITY = 100

/** Every so many people work for two entities of a holding. */
const TWO_ENTITIES_EVERY = 10

const CONSIGNEE_EVERY = 4

function personName(config: SupplierConfig, stream: number): string {
  const drawn = hash(config.seed, PURPOSE.person, stream, 1)
  return `${at(FIRST_NAMES, drawn)} ${at(SURNAMES, drawn >>> 8)}`
}

const phone = (random: RandomStream): string => `+7 9${random.integer(10, 99)} ${random.integer(100, 999)}-${random.integer(1000, 9999)}`

/** From one to three places to deliver to; every fourth entity names a consignee too. */
export function buildDeliveryPoints(config: SupplierConfig, entity: LegalEntity, index: number): DeliveryPoint[] {
  const count = 1 + (hash(config.seed, PURPOSE.deliveryPoint, index) % 3) + (index % CONSIGNEE_EVERY === 0 ? 1 : 0)
  return Array.from({ length: count }, (_, position) => {
    const stream = index * PER_ENTITY + position
    const random = new RandomStream(config.seed, PURPOSE.deliveryPoint, stream)
    const [town, , postcode] = random.pick(TOWNS)
    const isConsignee = index % CONSIGNEE_EVERY === 0 && position === count - 1
    return {
      external_id: guid(config.seed, PURPOSE.deliveryPoint, stream, 1),
      legal_entity_external_id: entity.external_id,
      is_consignee: isConsignee,
      name: isConsignee ? `${entity.name}, получатель` : `Склад ${position + 1}, ${town}`,
      address: `${postcode}, ${town}, ${random.pick(STREETS)}, д. ${random.integer(1, 140)}`,
      contact: personName(config, stream),
      phone: phone(random),
      comment: position === 0 ? "въезд со двора, с 9 до 17" : null,
      is_deleted: false,
    }
  })
}

/** People of each entity: the first of a head leads the holding, the first of another entity leads it, the rest order. */
export function buildPeople(config: SupplierConfig, entities: readonly LegalEntity[]): Person[] {
  return entities.flatMap((entity, index) =>
    Array.from({ length: config.peoplePerEntity }, (_, position) => {
      const stream = index * PER_ENTITY + position
      const other = entities[index + 1]
      const isShared =
        stream % TWO_ENTITIES_EVERY === 1 && entity.holding_external_id && other?.holding_external_id === entity.holding_external_id
      return {
        external_id: guid(config.seed, PURPOSE.person, stream),
        name: personName(config, stream),
        email: `person-${index + 1}-${position + 1}@dealers.example`,
        phone: phone(new RandomStream(config.seed, PURPOSE.person, stream)),
        role: position > 0 ? "ordinary" : entity.is_head ? "superuser" : "privileged",
        legal_entity_external_ids: [entity.external_id, ...(isShared && other ? [other.external_id] : [])],
        is_deleted: false,
      }
    })
  )
}
