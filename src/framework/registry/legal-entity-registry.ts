/** An address as a registry knows it. */
export interface RegistryAddress {
  /** In one line, as people write it. */
  text: string
  postal_code: string | null
  region: string | null
  /** City, or settlement where there is none. */
  city: string | null
  /** Code of the Federal Information Address System (ФИАС), a GUID. */
  fias_id: string | null
}

/** What a registry says of a company or a sole trader. */
export interface RegistryEntity {
  kind: "company" | "sole_trader"
  inn: string
  /** Null for a sole trader. A branch has its own under the ИНН of its company. */
  kpp: string | null
  ogrn: string | null
  okpo: string | null
  /** Short name with its legal form: «ООО "Ромашка"». */
  name: string
  official_name: string | null
  address: RegistryAddress | null
  /** The person who may act for it, by name. */
  head: string | null
  state: "active" | "liquidating" | "liquidated" | "bankrupt" | "reorganizing" | "unknown"
}

/**
 * What came of a look-up: `found` with the company first and its branches after it; `unknown` when the registry has no such ИНН; `unchecked`
 * when nobody could be asked, so that nothing follows from it.
 */
export type RegistryAnswer = { outcome: "found"; entities: RegistryEntity[] } | { outcome: "unknown" } | { outcome: "unchecked" }

/**
 * Port "legal-entity registry": tells the requisites behind an ИНН and completes addresses. A plugin offers one as a provider of the module
 * `company`; of several the first one is asked. The default asks nobody. Throws {@link RegistryError} when the registry does not answer.
 */
export interface LegalEntityRegistry {
  /** The ИНН has 10 or 12 digits and right control digits: the caller has checked them. */
  findByInn(inn: string): Promise<RegistryAnswer>
  /** Addresses that begin as the text does, at most `limit`, the likeliest first. */
  suggestAddresses(text: string, limit: number): Promise<RegistryAddress[]>
}

export type RegistryErrorCode = "registry_unavailable" | "registry_refused" | "registry_quota" | "registry_answer_invalid"

/** The registry could not be asked. Applications go on without it. */
export class RegistryError extends Error {
  constructor(
    readonly code: RegistryErrorCode,
    message: string
  ) {
    super(message)
    this.name = "RegistryError"
  }
}
