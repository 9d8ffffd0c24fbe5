import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { actingSessionListSchema, ListActingSessions } from "../../../acting-session-schema"

export const storeSignInMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/me/sign-ins",
    summary: "When somebody of the supplier was signed in as me, and why",
    query: ListActingSessions,
    response: actingSessionListSchema,
  },
  {
    method: "POST",
    path: "/store/me/sign-ins/:id/end",
    summary: "End such a session; the next request in it is refused",
    body: z.object({}).strict(),
    response: z.object({ session: z.object({ id: z.string() }) }),
  },
])
