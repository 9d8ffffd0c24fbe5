const started = Date.now()
let stream = process.stdout

/** Sends progress elsewhere: a command whose standard output is for machines tells it on standard error. */
export function progressTo(other) {
  stream = other
}

/** One line about a step that begins, with the seconds since the command began. */
export function say(text) {
  stream.write(`[${seconds().padStart(6)} s] ${text}\n`)
}

/** Runs a long step and tells every ten seconds that it is still at work. */
export async function step(text, work) {
  say(`${text} …`)
  const began = Date.now()
  const ticker = setInterval(() => say(`  still: ${text} (${Math.round((Date.now() - began) / 1000)} s)`), 10_000)
  try {
    return await work()
  } finally {
    clearInterval(ticker)
  }
}

function seconds() {
  return ((Date.now() - started) / 1000).toFixed(1)
}
