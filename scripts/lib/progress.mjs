const started = Date.now()

/** One line about a step that begins, with the seconds since the command began. */
export function say(text) {
  process.stdout.write(`[${seconds().padStart(6)} s] ${text}\n`)
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
