import { RIGHT_ACTIONS, RIGHT_SCOPES, RIGHT_SECTIONS } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"

/** One right: what it is about, what it allows and how far. */
export const rightSchema = z
  .object({ section: z.enum(RIGHT_SECTIONS), action: z.enum(RIGHT_ACTIONS), scope: z.enum(RIGHT_SCOPES) })
  .strict()

/** The rights of a role: each action of a section at most once, since the widest scope alone would count. */
export const rightsSchema = z
  .array(rightSchema)
  .min(1)
  .max(RIGHT_SECTIONS.length * RIGHT_ACTIONS.length)
  .refine((rights) => new Set(rights.map(({ section, action }) => `${section}.${action}`)).size === rights.length, {
    message: "names an action of a section twice",
  })
