import { z } from "@medusajs/framework/zod"

export const password = z.string().min(8).max(128)

export const AuthSetPassword = z.object({ token: z.string().min(1).max(128), password }).strict()
export type AuthSetPassword = z.infer<typeof AuthSetPassword>

export const AuthSignedInResponse = z.object({ token: z.string().describe("As POST /auth/customer/emailpass gives it") })

export const AuthForgottenPassword = z.object({ email: z.string().trim().toLowerCase().max(254).pipe(z.email()) }).strict()
export type AuthForgottenPassword = z.infer<typeof AuthForgottenPassword>
