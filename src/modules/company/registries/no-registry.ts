import type { LegalEntityRegistry, RegistryAddress, RegistryAnswer } from "@kontor/framework"

/** The default: nobody is asked, so all that stands behind an ИНН are its control digits, which the caller has checked. */
export class NoRegistry implements LegalEntityRegistry {
  findByInn(): Promise<RegistryAnswer> {
    return Promise.resolve({ outcome: "unchecked" })
  }

  suggestAddresses(): Promise<RegistryAddress[]> {
    return Promise.resolve([])
  }
}
