import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export interface PasswordRegistration {
  email: string
  password: string
}

/**
 * Makes the auth identity with which a person signs in by e-mail and password; returns its id. Throws NOT_ALLOWED
 * (`employee_email_taken`) when the address already signs somebody in. Undone by deleting the identity.
 */
export const registerPasswordStep = createStep(
  "register-password",
  async ({ email, password }: PasswordRegistration, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const { success, authIdentity, error } = await auth.register("emailpass", {
      url: "",
      headers: {},
      query: {},
      body: { email, password },
      protocol: "https",
    })
    if (!success || !authIdentity) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Cannot register ${email}: ${error ?? "the password provider refused"}.`,
        "employee_email_taken"
      )
    }
    return new StepResponse(authIdentity.id, authIdentity.id)
  },
  async (authIdentityId, { container }) => {
    if (authIdentityId) {
      await container.resolve(Modules.AUTH).deleteAuthIdentities([authIdentityId])
    }
  }
)
