import { ContainerRegistrationKeys, generateEntityId, MedusaError, MedusaService } from "@medusajs/framework/utils"
import type { InferTypeOf, Logger } from "@medusajs/framework/types"
import { type OnecOptions, resolveOptions } from "../../protocol/options"
import { MIN_SECRET_LENGTH } from "./limits"
import { OnecAccount } from "./models/account"
import { OnecFile } from "./models/file"
import { OnecSession } from "./models/session"
import { AttemptLimiter } from "./rules/attempt-limiter"
import { generateSecret, hashSecret, matchesHash } from "./rules/secret-hash"
import { generateToken, hashToken } from "./rules/session-token"
import { VerifiedSecrets } from "./rules/verified-secrets"
import { closeSessions, forgetSessions } from "./sql/close-sessions"
import type { Db } from "./sql/db"
import { type IdleSession, idleSessions } from "./sql/idle-sessions"
import { rememberSentOrders } from "./sql/remember-sent-orders"
import { rememberSentPartners } from "./sql/remember-sent-partners"
import { releaseLease, renewLease, takeLease } from "./sql/session-lease"
import { type SessionUsage, sessionUsage } from "./sql/session-usage"
import { type ActiveSession, touchSession } from "./sql/touch-session"

export type OnecAccountRow = InferTypeOf<typeof OnecAccount>
export type OnecFileRow = InferTypeOf<typeof OnecFile>

export interface NewAccount {
  login: string
  source: string
  dialect?: OnecAccountRow["dialect"]
  /** At least {@link MIN_SECRET_LENGTH} characters; generated when left out. */
  secret?: string
  file_limit?: number | null
}

export interface SignIn {
  login: string
  secret: string
  /** Address of the caller: failures are counted for the pair of login and address. */
  ip: string
  now: Date
}

export type SignInOutcome = { account: OnecAccountRow } | { refusal: "auth_failed" | "too_many_attempts" }

const RENEW_EVERY_MS = 15_000

/** Compared against when the login is unknown, so that an answer takes as long as for a known one. */
const NOBODYS_HASH = `scrypt$16384$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(32).toString("base64")}`

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Db
  [ContainerRegistrationKeys.LOGGER]: Logger
}

/** Accounts of 1C, their sessions, and the files that the sessions delivered. */
export default class OnecModuleService extends MedusaService({ OnecAccount, OnecFile, OnecSession }) {
  readonly options: OnecOptions
  private readonly db: Db
  private readonly logger: Logger
  private readonly attempts = new AttemptLimiter()
  private readonly verified = new VerifiedSecrets()

  constructor(container: Dependencies, options: unknown) {
    super(container, options)
    this.options = resolveOptions(options)
    this.db = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.logger = container[ContainerRegistrationKeys.LOGGER]
  }

  /** Makes an account. The secret is in the result and nowhere else: it cannot be shown again. */
  async createAccount(input: NewAccount): Promise<{ account: OnecAccountRow; secret: string }> {
    const secret = input.secret ?? generateSecret()
    if (secret.length < MIN_SECRET_LENGTH) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The secret has ${secret.length} characters; ${MIN_SECRET_LENGTH} are the least.`
      )
    }
    const [standing] = await this.listOnecAccounts({ login: input.login }, { take: 1 })
    if (standing) {
      throw new MedusaError(MedusaError.Types.DUPLICATE_ERROR, `An exchange account with the login "${input.login}" exists already.`)
    }
    const account = await this.createOnecAccounts({
      login: input.login,
      source: input.source,
      dialect: input.dialect ?? "auto",
      file_limit: input.file_limit ?? null,
      secret_hash: await hashSecret(secret),
    })
    return { account, secret }
  }

  /** Switches an account off; its sessions end with it. It stays for the log. `was_active` is false when it was off already. */
  async deactivateAccount(id: string): Promise<{ account: OnecAccountRow; was_active: boolean }> {
    const standing = await this.retrieveOnecAccount(id)
    return standing.is_active
      ? { account: await this.updateOnecAccounts({ id, is_active: false }), was_active: true }
      : { account: standing, was_active: false }
  }

  /** Checks a login and its secret. Whether the login exists cannot be told from the answer. */
  async signIn({ login, secret, ip, now }: SignIn): Promise<SignInOutcome> {
    const caller = `${login}\n${ip}`
    if (this.attempts.isBlocked(caller, now.getTime())) {
      return { refusal: "too_many_attempts" }
    }
    // Counted before the slow comparison, so that many tries at once do not pass together.
    this.attempts.recordFailure(caller, now.getTime())
    const [account] = await this.listOnecAccounts({ login, is_active: true }, { take: 1 })
    const hash = account?.secret_hash ?? NOBODYS_HASH
    const known = this.verified.has(hash, secret, now.getTime())
    const matches = known || (await matchesHash(secret, hash))
    if (!account || !matches) {
      return { refusal: "auth_failed" }
    }
    this.attempts.forgive(caller, now.getTime())
    this.verified.add(hash, secret, now.getTime())
    return { account }
  }

  /** Opens a session. The token is the secret cookie value; only its hash is kept. */
  async openSession(account_id: string, type: ActiveSession["type"], now: Date): Promise<{ id: string; token: string }> {
    const token = generateToken()
    const session = await this.createOnecSessions({ account_id, type, token_hash: hashToken(token), last_seen_at: now })
    await this.updateOnecAccounts({ id: account_id, last_used_at: now })
    return { id: session.id, token }
  }

  async sessionByToken(token: string): Promise<ActiveSession | null> {
    return await touchSession(this.db, { by: "token_hash", value: hashToken(token), idle_minutes: this.options.session_idle_minutes })
  }

  /** For a caller that has signed in anew and brings the session's id instead of the cookie. */
  async sessionById(id: string): Promise<ActiveSession | null> {
    return await touchSession(this.db, { by: "id", value: id, idle_minutes: this.options.session_idle_minutes })
  }

  /**
   * Runs `work` as the only writer into the session's folder, on all servers of the installation. Null when another writer is at it.
   * The lease is renewed while the work goes on, and runs out by itself if this server dies.
   */
  async withLease<Result>(session_id: string, work: () => Promise<Result>): Promise<{ result: Result } | null> {
    if (!(await takeLease(this.db, session_id))) {
      return null
    }
    // A renewal that fails leaves a lease that runs out: the worst that follows is a second writer, which the next append cuts off.
    const renewal = setInterval(() => {
      renewLease(this.db, session_id).catch((error: Error) => this.logger.warn(`Lease of exchange session ${session_id}: ${error.message}`))
    }, RENEW_EVERY_MS)
    try {
      return { result: await work() }
    } finally {
      clearInterval(renewal)
      await releaseLease(this.db, session_id)
    }
  }

  async sessionUsage(session_id: string): Promise<SessionUsage> {
    return await sessionUsage(this.db, session_id)
  }

  async rememberSentOrders(session_id: string, order_ids: string[]): Promise<void> {
    await rememberSentOrders(this.db, session_id, order_ids)
  }

  async rememberSentPartners(session_id: string, receipts: string[]): Promise<void> {
    await rememberSentPartners(this.db, session_id, receipts)
  }

  async idleSessions(silent_seconds: number, limit: number): Promise<IdleSession[]> {
    return await idleSessions(this.db, silent_seconds, limit)
  }

  async closeSessions(idle_minutes: number, limit: number): Promise<string[]> {
    return await closeSessions(this.db, idle_minutes, limit)
  }

  async forgetSessions(after_days: number, limit: number): Promise<string[]> {
    return await forgetSessions(this.db, after_days, limit)
  }

  /** The file of a session by the name 1C gave it. */
  async fileByName(session_id: string, name: string): Promise<OnecFileRow | null> {
    const [file] = await this.listOnecFiles({ session_id, name }, { take: 1 })
    return file ?? null
  }

  /** Id for a file that is about to be written, before its row exists. */
  nextFileId(): string {
    return generateEntityId(undefined, "onfl")
  }
}
