import { useEffect, useState } from "react"

/** What is typed waits this long for the next letter before it is asked for; as long as the search of Medusa's own lists. */
const DELAY_MS = 300

/** The value as it was when it last stood still for a moment. */
export function useDelayed<Value>(value: Value): Value {
  const [still, setStill] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), DELAY_MS)
    return () => clearTimeout(timer)
  }, [value])
  return still
}
