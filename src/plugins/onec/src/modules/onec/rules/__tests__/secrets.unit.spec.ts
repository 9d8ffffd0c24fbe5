import { AttemptLimiter, MAX_FAILURES, WINDOW_MS } from "../attempt-limiter"
import { generateSecret, hashSecret, matchesHash } from "../secret-hash"
import { generateToken, hashToken } from "../session-token"
import { VerifiedSecrets } from "../verified-secrets"

describe("a secret", () => {
  it("matches its own hash only", async () => {
    const hash = await hashSecret("correct horse")
    expect(await matchesHash("correct horse", hash)).toBe(true)
    expect(await matchesHash("correct hors", hash)).toBe(false)
  })

  it("is hashed with a new salt each time, and the hash does not hold it", async () => {
    const [first, second] = await Promise.all([hashSecret("correct horse"), hashSecret("correct horse")])
    expect(first).not.toBe(second)
    expect(first).toMatch(/^scrypt\$16384\$[^$]+\$[^$]+$/)
    expect(first).not.toContain("correct horse")
  })

  it.each(["", "plain", "bcrypt$1$2$3", "scrypt$16384$$"])("matches no unreadable hash such as %j", async (hash) => {
    expect(await matchesHash("", hash)).toBe(false)
  })

  it("that is generated has 24 characters that are easy to tell apart", () => {
    expect(generateSecret()).toMatch(/^[a-km-np-z2-9]{24}$/)
    expect(generateSecret()).not.toBe(generateSecret())
  })
})

describe("failed sign-ins", () => {
  it("block the caller from the tenth on, until the first is a minute old", () => {
    const limiter = new AttemptLimiter()
    for (let count = 0; count < MAX_FAILURES - 1; count++) {
      limiter.recordFailure("a", count)
    }
    expect(limiter.isBlocked("a", 100)).toBe(false)
    limiter.recordFailure("a", 100)
    expect(limiter.isBlocked("a", WINDOW_MS - 1)).toBe(true)
    expect(limiter.isBlocked("a", WINDOW_MS)).toBe(false)
  })

  it("of one caller do not block another", () => {
    const limiter = new AttemptLimiter()
    Array.from({ length: MAX_FAILURES }, () => limiter.recordFailure("a", 0))
    expect(limiter.isBlocked("b", 0)).toBe(false)
  })

  it("are taken back one at a time when a try turns out right", () => {
    const limiter = new AttemptLimiter()
    Array.from({ length: MAX_FAILURES }, () => limiter.recordFailure("a", 5))
    limiter.forgive("a", 5)
    expect(limiter.isBlocked("a", 6)).toBe(false)
    limiter.recordFailure("a", 6)
    expect(limiter.isBlocked("a", 7)).toBe(true)
  })
})

describe("a secret found right", () => {
  it("is remembered for its hash until the time is up", () => {
    const verified = new VerifiedSecrets(1000)
    verified.add("hash", "secret", 0)
    expect(verified.has("hash", "secret", 999)).toBe(true)
    expect(verified.has("hash", "secret", 1000)).toBe(false)
  })

  it("stands for no other secret, and for no other hash, as after a change", () => {
    const verified = new VerifiedSecrets(1000)
    verified.add("hash", "secret", 0)
    expect(verified.has("hash", "Secret", 1)).toBe(false)
    expect(verified.has("new hash", "secret", 1)).toBe(false)
  })
})

describe("a session token", () => {
  it("has 256 random bits, of which only a hash is kept", () => {
    const token = generateToken()
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashToken(token)).not.toBe(token)
    expect(generateToken()).not.toBe(token)
  })
})
