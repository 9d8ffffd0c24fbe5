/** How long a user may be signed in as a client, in minutes. */
export const ACTING_TTL = { default: 60, max: 480 } as const

export interface ActingTimes {
  expires_at: Date
  ended_at: Date | null
}

/** A session counts until the moment it expires or was ended, that moment left out. */
export function isActingLive({ expires_at, ended_at }: ActingTimes, now: Date): boolean {
  return ended_at === null && now < expires_at
}
