import { z } from "@medusajs/framework/zod"

export const StoreNoDocumentQuery = z.object({}).strict()
