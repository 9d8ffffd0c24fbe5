import { z } from "@medusajs/framework/zod"
import { contentFileFacts } from "../../content-schema"

export const AdminContentFileResponse = z.object({ content_file: z.object({ id: z.string(), ...contentFileFacts }) })
export type AdminContentFileResponse = z.infer<typeof AdminContentFileResponse>
