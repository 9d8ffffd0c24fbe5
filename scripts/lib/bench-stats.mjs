/** Several measured values of one thing, in the order in which they were taken. */
export function sample(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return { n: sorted.length, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), values }
}

/** The smallest value that at least this part of all values does not exceed. */
function quantile(sorted, part) {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]
}

/** Runs the work and tells how many milliseconds it took. */
export async function timed(work) {
  const began = performance.now()
  const result = await work()
  return { ms: performance.now() - began, result }
}

/** `count` whole numbers spread evenly over 0 … `size` − 1. */
export function spread(count, size) {
  return Array.from({ length: Math.min(count, size) }, (_empty, index) => Math.floor((index * size) / Math.min(count, size)))
}
