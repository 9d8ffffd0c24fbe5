/** Options of the plugin in medusa-config.ts; all but the key have defaults. */
export interface DadataOptions {
  /** API key of DaData; the secret key is not needed for suggestions. */
  token: string
  base_url: string
  /** For one attempt. */
  timeout_ms: number
  /** Attempts after the first one, when DaData is overloaded or does not answer. */
  retries: number
  /** Before the first repetition; doubled before each further one. */
  retry_pause_ms: number
  /** Requests at once; those beyond wait. */
  concurrency: number
  cache_ttl_minutes: number
  /** Answers kept; the eldest goes first. */
  cache_entries: number
}

const DEFAULTS: Omit<DadataOptions, "token"> = {
  base_url: "https://suggestions.dadata.ru/suggestions/api/4_1/rs",
  timeout_ms: 4000,
  retries: 2,
  retry_pause_ms: 250,
  concurrency: 5,
  cache_ttl_minutes: 12 * 60,
  cache_entries: 1000,
}

export function resolveOptions(options: Partial<DadataOptions> | undefined): DadataOptions {
  return { ...DEFAULTS, ...options, token: options?.token ?? "" }
}
