import { type LegalEntityRegistry, RegistryError } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../modules/company"
import type CompanyModuleService from "../modules/company/service"

/** What the registry answers; `otherwise` when it cannot be asked, since a form must go on without it. Why stands in the log. */
export async function askRegistry<Answer>(
  container: MedusaContainer,
  ask: (registry: LegalEntityRegistry) => Promise<Answer>,
  otherwise: Answer
): Promise<Answer> {
  try {
    return await ask(container.resolve<CompanyModuleService>(COMPANY_MODULE).registry)
  } catch (error) {
    if (!(error instanceof RegistryError)) {
      throw error
    }
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`The registry was not asked (${error.code}): ${error.message}`)
    return otherwise
  }
}
