import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { actingSessionListSchema, ListActingSessions } from "../../acting-session-schema"
import { ChangeEmployee, EmptyBody, HandOver, SetEmployeeState, handedOverSchema } from "../../employee-schema"
import { limitInvitations } from "../../limit-attempts"
import { AdminEmployeeResponse } from "../legal-entities/validators"
import { AdminAttachPerson, AdminListPeople, AdminPeopleResponse, AdminPersonResponse } from "./people-validators"
import { AdminActingSessionResponse, AdminStartActingSession } from "./validators"

export const adminEmployeeMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/employees",
    staff: "everyone",
    summary: "People who act for clients, by name",
    query: AdminListPeople,
    response: AdminPeopleResponse,
  },
  {
    method: "POST",
    path: "/admin/employees/:id/memberships",
    staff: "everyone",
    summary: "Let a person work for one legal entity more, or make it his default",
    body: AdminAttachPerson,
    response: AdminPersonResponse,
  },
  {
    method: "DELETE",
    path: "/admin/employees/:id/memberships/:legal_entity_id",
    staff: "everyone",
    summary: "Let a person no longer work for a legal entity",
    description: "400 with code `membership_last` for his last one. Another becomes the default where he loses it.",
    response: z.object({ id: z.string(), legal_entity_id: z.string(), deleted: z.literal(true) }),
  },
  {
    method: "POST",
    path: "/admin/employees/:id/state",
    staff: "everyone",
    summary: "Block or unblock a person of a dealer",
    description: "Either way every token and session issued so far is void at once.",
    body: SetEmployeeState,
    response: AdminEmployeeResponse,
  },
  {
    method: "GET",
    path: "/admin/employees/:id/sessions",
    staff: "everyone",
    summary: "When somebody of the supplier was signed in as a person",
    query: ListActingSessions,
    response: actingSessionListSchema,
  },
  {
    method: "POST",
    path: "/admin/employees/:id/sessions",
    staff: "everyone",
    summary: "Sign in as a person of a dealer, for a reason and a limited time",
    description:
      "The person sees it. Orders and the audit log keep who really did what; passwords, rights and people are refused with `refused_when_acting`.",
    body: AdminStartActingSession,
    response: AdminActingSessionResponse,
  },
  {
    method: "DELETE",
    path: "/admin/employees/:id/sessions/:session_id",
    staff: "everyone",
    summary: "End such a session",
    response: z.object({ session: z.object({ id: z.string() }) }),
  },
  {
    method: "POST",
    path: "/admin/employees/:id",
    staff: "everyone",
    summary: "Change name, phone, role or entities of a person",
    body: ChangeEmployee,
    response: AdminEmployeeResponse,
  },
  {
    method: "POST",
    path: "/admin/employees/:id/hand-over",
    staff: "everyone",
    summary: "Hand carts and orders of a person over to a colleague",
    description: "Work of entities that the colleague does not work for stays.",
    body: HandOver,
    response: handedOverSchema,
  },
  {
    method: "POST",
    path: "/admin/employees/:id/invitation",
    staff: "everyone",
    summary: "Send a person the link by which he sets his password",
    description:
      "Answers 202. Invitations sent before are void from then on. 400 `employee_blocked` for a blocked person; 429 `too_many_attempts` " +
      "beyond 60 an hour.",
    middlewares: [limitInvitations],
    body: EmptyBody,
  },
])
