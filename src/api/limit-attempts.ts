import { createHash } from "node:crypto"
import { callerAddress } from "@kontor/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { RATE_LIMIT_MODULE } from "../modules/rate-limit"
import type RateLimitModuleService from "../modules/rate-limit/service"

export interface AttemptLimits {
  /** Counts of different purposes do not mix. */
  purpose: string
  window_seconds: number
  /** Attempts from one address within the window. */
  per_address?: number
  /** Attempts for one account within the window, from wherever they come. */
  per_account?: number
  /** Attempts for one account from one address: so that a stranger's attempts do not keep its person out. */
  per_account_and_address?: number
  /** The account that a request is about; null when it names none. */
  accountOf?: (req: MedusaRequest) => string | null
}

/** Answers 429 `too_many_attempts` beyond the limits. Accounts that exist and those that do not are counted alike. */
export function limitAttempts(limits: AttemptLimits) {
  return async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const counts = req.scope.resolve<RateLimitModuleService>(RATE_LIMIT_MODULE)
    const { purpose, window_seconds } = limits
    for (const { kind, value, limit } of countersOf(limits, callerAddress(req) ?? "", limits.accountOf?.(req) ?? null)) {
      const { is_allowed, seconds_left } = await counts.attempt({ purpose: `${purpose}:${kind}`, limit, window_seconds }, hideCaller(value))
      if (!is_allowed) {
        const message = `Too many attempts. Try again in ${seconds_left} seconds.`
        res.setHeader("Retry-After", String(seconds_left))
        res.status(429).json({ type: "not_allowed", code: "too_many_attempts", message })
        return
      }
    }
    next()
  }
}

/** What a request counts for, in this order: attempts beyond what is left to an address do not count against the account. */
function countersOf(limits: AttemptLimits, address: string, account: string | null): { kind: string; value: string; limit: number }[] {
  const { per_address, per_account_and_address, per_account } = limits
  return [
    ...(per_address ? [{ kind: "address", value: address, limit: per_address }] : []),
    ...(account !== null && per_account_and_address
      ? [{ kind: "account-address", value: `${address} ${account}`, limit: per_account_and_address }]
      : []),
    ...(account !== null && per_account ? [{ kind: "account", value: account, limit: per_account }] : []),
  ]
}

/** Neither addresses nor e-mails stand in the database in clear. */
function hideCaller(value: string): string {
  return createHash("sha256").update(value).digest("hex")
}

/** Whoever is signed in; staff who act for an employee spend their own attempts. */
export function accountOf(req: Pick<MedusaRequest, "actor">): string | null {
  return req.actor?.id ?? null
}

/** Mails to others are limited for whoever asks for them, lest the portal be made to pester people. */
export const limitInvitations = limitAttempts({
  purpose: "invitation",
  window_seconds: 3600,
  per_address: 120,
  per_account: 60,
  accountOf,
})

/** The e-mail in the body, as accounts are kept. */
export function emailInBody(req: MedusaRequest): string | null {
  const body: unknown = req.body
  const email: unknown = typeof body === "object" && body !== null && "email" in body ? body.email : null
  return typeof email === "string" ? email.trim().toLowerCase().slice(0, 254) : null
}
