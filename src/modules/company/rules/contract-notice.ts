/** Days before the end of a contract at which its dealer is told, the nearest first. */
export const NOTICE_DAYS = [3, 14] as const

const MS_A_DAY = 86_400_000

/** Whole calendar days from one day to another, both YYYY-MM-DD; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY)
}

/**
 * The notice that is due for a contract whose last day is `endsOn`: the nearest of 14 and 3 days, null when the end is farther off or has
 * passed. A notice that was missed is not made up for when a nearer one is due.
 */
export function dueNotice(endsOn: string, today: string): { notice: 3 | 14; days_left: number } | null {
  const days_left = daysBetween(today, endsOn)
  const notice = NOTICE_DAYS.find((days) => days_left <= days)
  return notice !== undefined && days_left >= 0 ? { notice, days_left } : null
}

/** The notice of each last day that is near enough, the next day first. */
export function noticesDue(today: string): { ends_on: string; notice: 3 | 14; days_left: number }[] {
  const days = Array.from({ length: Math.max(...NOTICE_DAYS) + 1 }, (_, later) => dayAfter(today, later))
  return days.flatMap((ends_on) => {
    const due = dueNotice(ends_on, today)
    return due ? [{ ends_on, ...due }] : []
  })
}

function dayAfter(day: string, later: number): string {
  return new Date(Date.parse(day) + later * MS_A_DAY).toISOString().slice(0, 10)
}
