/** Where `npm test` works: a folder for files and a PostgreSQL of its own. Both go with the end of the command. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEnd } from "./ending.mjs"
import { readJson, writeJson } from "./kept-json.mjs"
import { freePort } from "./ports.mjs"
import { startPostgres } from "./postgres.mjs"
import { runningPostmaster } from "./postmaster.mjs"
import { endGroup, identify, lives } from "./processes.mjs"
import { step } from "./progress.mjs"

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm"
const PREFIX = "kontor-test-"
const GIB = 1024 ** 3
/** The cluster grows to less than 1 GB; the rest is for what the machine does besides. */
const ROOM = { files: 2 * GIB, memory: 6 * GIB }
const GRACE_MS = 3_000
/** Longer than any run takes: a container that shares the memory has other numbers for its processes, and its run would count as gone. */
const OLD_MS = 6 * 60 * 60 * 1000

/**
 * @returns {Promise<{ folder: string, port: number, url: (database: string) => string }>} `folder` is for temporary files; PostgreSQL listens on `port`.
 * @throws {import("./refused.mjs").Refused} when the server does not come up.
 */
export async function openTestPlace() {
  const folder = openFolder(tmpdir())
  const port = await freePort()
  const starting = startPostgres({ directory: join(await homeOfDatabases(folder), "postgres"), port, durable: false })
  beforeEnd(async () => {
    const postgres = await starting.catch(() => null)
    await postgres?.stop()
    remove(postgres?.folder)
  })
  const { url } = await step("Starting a PostgreSQL for the tests", () => starting)
  return { folder, port, url }
}

/**
 * Memory where there is enough of it. Each test begins with a database copied anew, some two thousand files, of which the last was just removed; ext4 gives no number of a file away
 * again within five seconds and searches past all of them: the copy takes up to two seconds instead of a fifth of one.
 */
async function homeOfDatabases(folder) {
  if (!hasRoom(MEMORY)) {
    return folder
  }
  await sweep(MEMORY)
  return openFolder(MEMORY)
}

/** Whether a folder of files in memory is there, and has enough room. */
export function hasRoom(memory, available = process.availableMemory()) {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= ROOM.files && available >= ROOM.memory
  } catch {
    return false
  }
}

/** Removes what runs of this user left behind that were killed: memory is not given back before the next boot. */
export async function sweep(memory) {
  for (const name of readdirSync(memory).filter((entry) => entry.startsWith(PREFIX))) {
    const place = join(memory, name)
    const owner = readJson(join(place, "owner.json"))
    const { uid, mtimeMs } = statSync(place)
    if (owner && !lives(owner) && uid === process.getuid() && Date.now() - mtimeMs > OLD_MS) {
      const server = runningPostmaster(join(place, "postgres", "data"))
      await endGroup(server && identify(server.pid), GRACE_MS)
      remove(place)
    }
  }
}

/** A new folder that goes with the end of the command; the database server may run as another user, who must get in. */
function openFolder(parent) {
  const folder = mkdtempSync(join(parent, PREFIX))
  chmodSync(folder, 0o755)
  writeJson(join(folder, "owner.json"), identify(process.pid))
  beforeEnd(() => remove(folder))
  return folder
}

function remove(place) {
  if (place) {
    rmSync(place, { recursive: true, force: true })
  }
}
