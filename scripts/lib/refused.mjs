/** A plain sentence about what is wrong and the way out; commands print it without a stack. */
export class Refused extends Error {
  constructor(message, wayOut) {
    super(message)
    this.name = "Refused"
    this.wayOut = wayOut
  }
}

/** Runs a command's body; a refusal becomes two readable lines and exit code 1. */
export async function command(body) {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error
    }
    process.stderr.write(`\n${error.message}\n${error.wayOut ? `What to do: ${error.wayOut}\n` : ""}`)
    process.exitCode = 1
  }
}
