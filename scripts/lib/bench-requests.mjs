import { sample, spread, timed } from "./bench-stats.mjs"

/** Requests of each kind. */
export const REQUESTS = 50

/** `count` requests of each kind, spread over its paths. Kinds take turns, so that no kind has the caches for itself. */
export function inTurns(kinds, count) {
  return spread(count, count).flatMap((index) =>
    Object.entries(kinds).flatMap(([kind, paths]) =>
      paths.length > 0 ? [{ kind, path: paths[Math.floor((index * REQUESTS) / count) % paths.length] }] : []
    )
  )
}

/** Sends one request after another over one connection. Before that, `warmUp` of them that are not counted, beginning anew at the end. */
export async function timeAll(api, requests, warmUp) {
  for (let index = 0; index < warmUp; index += 1) {
    await api.read(requests[index % requests.length].path)
  }
  const times = []
  for (const { kind, path } of requests) {
    const { ms } = await timed(() => api.read(path))
    times.push({ kind, path, ms })
  }
  return times
}

/** What {@link timeAll} found, whatever the kind. */
export const all = (found) => sample(found.map(({ ms }) => ms))

/** The first two words of a name that are long enough to mean something. */
export function wordsOf(title) {
  return title
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    .slice(0, 2)
    .join(" ")
}
