/** 2026-12-31 as a Russian reader writes it: 31.12.2026. */
export function russianDay(day: string): string {
  return day.split("-").reverse().join(".")
}
