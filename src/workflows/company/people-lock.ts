/** Changes of people wait for each other: two superusers who block each other at once must not both succeed. Seconds. */
export const PEOPLE_LOCK = { key: "kontor:people", timeout: 10, ttl: 30, retryInterval: 0.05 }
