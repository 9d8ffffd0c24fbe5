import type { ErpBankAccount, ErpManager } from "@kontor/framework"
import { ogrnCheckDigit, okpoCheckDigit, withAccountKey } from "./checksums"
import type { SupplierConfig } from "./config"
import type { ClientCategory, LegalEntity } from "./partners"
import { at, guid, hash, PURPOSE, RandomStream } from "./random"
import { BANKS, CATEGORIES, FIRST_NAMES, SURNAMES } from "./vocabulary/words"

/** The supplier's own people: so many managers, and as many assistants as teams. */
const MANAGERS = 6
const ASSISTANTS = 2

/** Where the address for letters is another than the registered one. */
const POST_BOX_EVERY = 5

/** What follows from the town of an entity and from chance. */
export function requisitesOf(config: SupplierConfig, index: number, place: { region: string; address: string }): Partial<LegalEntity> {
  const random = new RandomStream(config.seed, PURPOSE.requisites, index)
  const ogrn = `1${String(random.integer(2, 24)).padStart(2, "0")}${place.region}00${String(random.integer(0, 99_999)).padStart(5, "0")}`
  const okpo = String(random.integer(1_000_000, 9_999_999))
  return {
    ogrn: ogrn + ogrnCheckDigit(ogrn),
    okpo: okpo + okpoCheckDigit(okpo),
    actual_address: place.address,
    postal_address: index % POST_BOX_EVERY === 0 ? `${place.address}, а/я ${random.integer(1, 900)}` : place.address,
    phone: `+7 ${random.integer(300, 999)} ${random.integer(200, 999)}-${random.integer(10, 99)}-${random.integer(10, 99)}`,
    email: `office-${index + 1}@dealers.example`,
    bank_accounts: bankAccounts(random, index),
  }
}

/** One account, or two where the number of the entity is even; the first is the default. */
function bankAccounts(random: RandomStream, index: number): ErpBankAccount[] {
  return [0, 1].slice(0, index % 2 === 0 ? 2 : 1).map((position) => {
    const [bank_name, bic] = at(BANKS, index + position)
    return {
      bic,
      account: withAccountKey(bic.slice(6), "40702810", String(random.integer(1, 999_999)).padStart(11, "0")),
      bank_name,
      correspondent_account: withAccountKey(`0${bic.slice(4, 6)}`, "30101810", `00000000${bic.slice(6)}`),
      is_default: position === 0,
    }
  })
}

/** All categories of the supplier. */
export function buildCategories(config: SupplierConfig): ClientCategory[] {
  return CATEGORIES.map((name, index) => ({ external_id: guid(config.seed, PURPOSE.clientCategory, index), name, is_deleted: false }))
}

/** One category, or two for every third entity. */
export function categoriesOf(config: SupplierConfig, index: number): string[] {
  const first = hash(config.seed, PURPOSE.clientCategory, index, 1) % CATEGORIES.length
  const places = index % 3 === 0 ? [first, (first + 1) % CATEGORIES.length] : [first]
  return places.map((place) => guid(config.seed, PURPOSE.clientCategory, place))
}

/** A manager of the supplier, and for every second client an assistant. */
export function managersOf(config: SupplierConfig, index: number): ErpManager[] {
  const manager = index % MANAGERS
  const assistant = MANAGERS + (index % ASSISTANTS)
  return [supplierPerson(config, manager, "manager"), ...(index % 2 === 0 ? [supplierPerson(config, assistant, "assistant")] : [])]
}

function supplierPerson(config: SupplierConfig, position: number, role: ErpManager["role"]): ErpManager {
  return {
    external_id: guid(config.seed, PURPOSE.manager, position),
    name: `${at(FIRST_NAMES, position * 3)} ${at(SURNAMES, position)}`,
    email: `${role}-${position + 1}@supplier.example`,
    role,
  }
}
