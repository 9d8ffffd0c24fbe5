/**
 * Whether a token or session was issued before the employee's tokens became void. `issuedAt` is the `iat` of the token in whole
 * seconds, so a token issued in the very second of the change counts as stale: refusing a good token costs one sign-in, accepting a
 * bad one costs the account.
 */
export function isTokenStale(issuedAt: number | undefined, validFrom: Date | null): boolean {
  return validFrom !== null && (issuedAt ?? 0) * 1000 < validFrom.getTime()
}
