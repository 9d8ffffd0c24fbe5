/** The end of a command: what was started is stopped in the reverse order, however the end came. */
import { say } from "./progress.mjs"

const PARENT_MS = 500
const undo = []
let ending = null

/** Registers what has to be stopped. The function it returns takes the registration back. */
export function beforeEnd(stop) {
  undo.push(stop)
  return () => {
    const at = undo.indexOf(stop)
    if (at >= 0) {
      undo.splice(at, 1)
    }
  }
}

export function isEnding() {
  return ending !== null
}

/** Stops everything; called again, it waits for the first call. A stop that fails does not keep the others from stopping. */
export function endAll() {
  ending ??= (async () => {
    for (const stop of undo.splice(0).reverse()) {
      try {
        await stop()
      } catch (error) {
        say(`Could not stop cleanly: ${error.message}`)
      }
    }
  })()
  return ending
}

/**
 * Ctrl-C, SIGTERM and a closed terminal stop everything and end the process with `code`; a second signal meanwhile changes nothing. So does the end of npm, which on SIGTERM dies
 * without telling its script.
 */
export function endOnSignals({ code = 0, farewell } = {}) {
  const end = (reason) => {
    if (!isEnding()) {
      say(`${reason}: stopping`)
      void endAll().then(() => {
        if (farewell) {
          say(farewell)
        }
        process.exit(code)
      })
    }
  }
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => end(name))
  }
  for (const stream of [process.stdout, process.stderr]) {
    // Who read the lines has gone; the work goes on to its orderly end without them.
    stream.on("error", () => {})
  }
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && end("npm has ended"), PARENT_MS).unref()
  }
}

/** Runs the body and stops everything after it, whether it succeeds or not. */
export async function thenEnd(body) {
  try {
    return await body()
  } finally {
    await endAll()
  }
}
