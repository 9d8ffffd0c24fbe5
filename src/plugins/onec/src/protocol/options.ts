import { z } from "@medusajs/framework/zod"

const MIB = 1024 * 1024

/** The database counts the bytes of a file in 32 bits. */
const MAX_FILE_BYTES = 2_147_483_647

const optionsSchema = z.object({
  /** Folder in which delivered files lie until they are dealt with; the same for all servers of an installation. */
  spoolDir: z.string().min(1).default(".data/spool"),
  /** Whether 1C is told to send archives. Archives are taken either way. */
  zip: z.boolean().default(false),
  /** Largest piece of a file that 1C is told to send. */
  file_limit_bytes: z
    .number()
    .int()
    .min(1024)
    .max(MAX_FILE_BYTES)
    .default(50 * MIB),
  /** Largest whole file, all its pieces together. */
  max_file_bytes: z
    .number()
    .int()
    .min(1024)
    .max(MAX_FILE_BYTES)
    .default(1024 * MIB),
  /** Largest sum of the files of one session, unpacked ones included. */
  max_session_bytes: z
    .number()
    .int()
    .min(1024)
    .default(4096 * MIB),
  max_session_files: z.number().int().min(1).default(50_000),
  /** Largest sum of the unpacked files of one archive. */
  max_unpacked_bytes: z
    .number()
    .int()
    .min(1024)
    .default(2048 * MIB),
  max_archive_entries: z.number().int().min(1).default(10_000),
  /** How many times larger than packed a file of more than 1 MiB may come out of an archive. */
  max_archive_ratio: z.number().min(1).default(200),
  /** How long `import` waits for the outcome before it answers `progress`. */
  hold_seconds: z.number().min(0).max(150).default(3),
  /** How long a sale file that nobody will ask to import is waited for; 1C itself gives up after 180 s. */
  sale_hold_seconds: z.number().min(0).max(150).default(100),
  /** After how long a silence the files of a session are imported unasked. */
  unprompted_after_seconds: z.number().int().min(1).default(60),
  session_idle_minutes: z.number().int().min(1).default(120),
  /** Largest number of orders in one `query`. */
  orders_limit: z.number().int().min(1).max(5000).default(500),
  /** Order states that `info` offers to 1C. */
  order_statuses: z.array(z.object({ id: z.string().min(1), name: z.string().min(1) })).default([
    { id: "agreement", name: "Ожидается согласование" },
    { id: "provision", name: "К обеспечению" },
    { id: "shipment", name: "К отгрузке" },
    { id: "closed", name: "Закрыт" },
    { id: "cancelled", name: "Отменён" },
  ]),
})

/** Options of the plugin, all of them set. Sizes in bytes. */
export type OnecOptions = z.infer<typeof optionsSchema>

/** Fills in the defaults. Throws a readable error for an option out of its bounds, so that a mistake shows at start. */
export function resolveOptions(raw: unknown): OnecOptions {
  const result = optionsSchema.safeParse(raw ?? {})
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`)
    throw new Error(`Options of the plugin "onec" are wrong. ${reasons.join("; ")}`)
  }
  return result.data
}
