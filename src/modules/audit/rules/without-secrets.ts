/** Words that make a key's value a secret, in either number. */
const SECRET_WORDS = new Set(["password", "passphrase", "token", "secret", "hash", "authorization", "cookie", "credential", "jwt", "otp"])
/** A key that ends so holds a moment, not the secret itself: `tokens_valid_from`. */
const MOMENT_WORDS = new Set(["at", "from", "until", "on"])
const REMOVED = "[removed]"
/** Facts are flat; whatever lies deeper than this is a mistake of the caller. */
const DEPTH_MAX = 6

/** A copy of a value for the log. What stands under a key that names a secret is replaced, so that the log tells that it changed but not into what. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (value instanceof Date) {
    return value.toISOString()
  }
  if (typeof value !== "object" || value === null) {
    return value
  }
  if (depth === DEPTH_MAX) {
    return "[too deep]"
  }
  if (Array.isArray(value)) {
    return value.map((item) => withoutSecrets(item, depth + 1))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, namesSecret(key) && item != null ? REMOVED : withoutSecrets(item, depth + 1)])
  )
}

/** Whether a key, written in snake_case, camelCase or with dashes, names a secret. */
export function namesSecret(key: string): boolean {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return !MOMENT_WORDS.has(words.at(-1) ?? "") && words.some((word) => SECRET_WORDS.has(word) || SECRET_WORDS.has(word.replace(/s$/, "")))
}
