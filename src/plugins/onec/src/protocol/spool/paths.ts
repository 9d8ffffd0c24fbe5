import { join, resolve } from "node:path"

/** Folder of one session. Sessions never share one, so that two exchanges at once cannot mix. */
export function sessionFolder(spoolDir: string, session_id: string): string {
  return resolve(join(spoolDir, "onec", session_id))
}

/**
 * Where a delivered file lies. The name that 1C gave is not part of the path: only our id and an extension from the allow-list, so that
 * no name can lead outside the folder and a second delivery never overwrites a file that is being read.
 */
export function spoolPath(spoolDir: string, session_id: string, file_id: string, extension: string): string {
  return join(sessionFolder(spoolDir, session_id), `${file_id}.${extension}`)
}
