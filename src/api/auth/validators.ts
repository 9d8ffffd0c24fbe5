import { z } from "@medusajs/framework/zod"

export const password = z.string().min(8).max(128)

export const AuthSetPassword = z.object({ token: z.string().min(1).max(128), password }).strict()
export type AuthSetPassword = z.infer<typeof AuthSetPassword>

/** As Medusa's `POST /auth/customer/emailpass` answers. */
export const AuthSignedInResponse = z.object({
  token: z.string().describe("Of one who must yet answer the challenge it opens nothing else"),
  mfa_required: z.boolean().optional(),
  mfa_challenge: z
    .object({ id: z.string(), methods: z.array(z.string()), expires_at: z.coerce.string() })
    .optional()
    .describe("For POST /auth/mfa/challenges/:id/verify"),
  verification_required: z.boolean().optional(),
})

export const AuthForgottenPassword = z.object({ email: z.string().trim().toLowerCase().max(254).pipe(z.email()) }).strict()
export type AuthForgottenPassword = z.infer<typeof AuthForgottenPassword>
