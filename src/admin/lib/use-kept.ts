import { useEffect, useState } from "react"
import { useLocation } from "react-router-dom"

/** As many values as are kept at once; the oldest go. */
const KEPT_MAX = 500

const kept = new Map<string, unknown>()

/** What stood under a name at a place of the browser's history; `first` where nothing did. */
export function keptAt<Value>(place: string, name: string, first: Value): Value {
  const key = `${place} ${name}`
  return kept.has(key) ? (kept.get(key) as Value) : first
}

/** Keeps a value for whoever comes back to the place. */
export function keepAt(place: string, name: string, value: unknown): void {
  const key = `${place} ${name}`
  kept.delete(key)
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > KEPT_MAX && oldest !== undefined) {
    kept.delete(oldest)
  }
}

/**
 * A state that is found again by "back": a list of a thousand that was searched, filtered or turned over, after one of its cards. Whoever comes
 * by a link begins anew.
 */
export function useKept<Value>(name: string, first: Value) {
  const { key: place } = useLocation()
  const [value, setValue] = useState<Value>(() => keptAt(place, name, first))
  useEffect(() => keepAt(place, name, value), [place, name, value])
  return [value, setValue] as const
}
