/** Acceptances wait for each other: two applications of one company must not both make it. Seconds. */
export const ACCEPT_LOCK = { key: "kontor:accept-application", timeout: 10, ttl: 30, retryInterval: 0.05 }
