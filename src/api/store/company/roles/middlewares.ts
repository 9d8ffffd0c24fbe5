import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { rightSchema } from "../../../right-schema"

export const storeRoleMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/company/roles",
    summary: "Custom roles that colleagues may be given",
    right: { section: "person", action: "create" },
    query: z.object({}).strict(),
    response: z.object({
      roles: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), rights: z.array(rightSchema) })),
    }),
  },
])
