import { readFileSync } from "node:fs"

const STOP_MS = 20_000
const POLL_MS = 50

/**
 * A process by its number and the moment of its birth. A number alone is used again, after a reboot at the latest; the pair is not.
 * @returns {{ pid: number, born: string } | null} null when no such process lives.
 */
export function identify(pid) {
  try {
    // After the name in brackets, which may hold anything: field 3 is the state, field 22 the start in ticks since the boot.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
    // A zombie is gone; only its parent has not heard of it.
    return fields[0] === "Z" ? null : { pid, born: `${boot}:${fields[19]}` }
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ESRCH") {
      return null
    }
    throw error
  }
}

/** Whether the very process that was identified still lives. */
export function lives(identity) {
  return Boolean(identity?.born) && identify(identity.pid)?.born === identity.born
}

/** Asks a process and the group it leads to end; what does not within the time, or stays behind its leader, is killed. Does nothing when the leader is gone. */
export async function endGroup(leader, graceMs = STOP_MS) {
  if (!lives(leader)) {
    return
  }
  signalGroup(leader.pid, "SIGTERM")
  const deadline = Date.now() + graceMs
  while (lives(leader) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  signalGroup(leader.pid, "SIGKILL")
}

/** Sends a signal to the group that the process leads; one that is gone is no error. */
export function signalGroup(pid, name) {
  try {
    process.kill(-pid, name)
  } catch (error) {
    if (error.code !== "ESRCH") {
      throw error
    }
  }
}

/** Words of the command line of a process; empty when there is none or it may not be read. */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")
  } catch {
    return []
  }
}
