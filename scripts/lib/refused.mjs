/** A plain sentence about what is wrong and the way out; commands print it without a stack. */
export class Refused extends Error {
  constructor(message, wayOut) {
    super(message)
    this.name = "Refused"
    this.wayOut = wayOut
  }
}

/** What the system refuses, in words; the error's own message names the file. */
const SYSTEM_REFUSALS = {
  ENOSPC: "Free some disk space, or set KONTOR_DATA_DIR to a folder on another disk.",
  EDQUOT: "Free some disk space, or set KONTOR_DATA_DIR to a folder on another disk.",
  EACCES: "Run the command as the owner of this folder, or set KONTOR_DATA_DIR to a folder you may write to.",
  EPERM: "Run the command as the owner of this folder, or set KONTOR_DATA_DIR to a folder you may write to.",
  EROFS: "Set KONTOR_DATA_DIR to a folder that can be written to.",
}

/** A missing parent that cannot be made (an unmounted disk, a read-only one) comes as ENOENT. */
function wayOutOf(error) {
  return error instanceof Refused
    ? error.wayOut
    : (SYSTEM_REFUSALS[error.code] ?? (error.syscall === "mkdir" ? SYSTEM_REFUSALS.EROFS : undefined))
}

/** Runs a command's body; a refusal becomes two readable lines and exit code 1. */
export async function command(body) {
  try {
    await body()
  } catch (error) {
    const wayOut = wayOutOf(error)
    if (!(error instanceof Refused) && wayOut === undefined) {
      throw error
    }
    process.stderr.write(`\n${error.message}\n${wayOut ? `What to do: ${wayOut}\n` : ""}`)
    process.exitCode = 1
  }
}
