import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { ChangeEmployee, EmptyBody, HandOver, SetEmployeeState, handedOverSchema } from "../../../employee-schema"
import { limitInvitations } from "../../../limit-attempts"
import { StoreColleagueResponse, StoreColleaguesResponse, StoreHireColleague, StoreListColleagues } from "./validators"

const LIMITS =
  "404 for a person or an entity out of reach; 400 with `right_not_held` for a right one does not have, `person_above` for a person with " +
  "more rights, `person_out_of_reach` for one who also works elsewhere, `last_superuser` where nobody would be left to manage people."

export const storeColleagueMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/company/employees",
    summary: "Colleagues within the reach of person.view, by name",
    right: { section: "person", action: "view" },
    query: StoreListColleagues,
    response: StoreColleaguesResponse,
  },
  {
    method: "POST",
    path: "/store/company/employees",
    summary: "Make a colleague and invite him by mail",
    description: `${LIMITS} 429 \`too_many_attempts\` beyond 60 invitations an hour.`,
    right: { section: "person", action: "create" },
    middlewares: [limitInvitations],
    body: StoreHireColleague,
    response: StoreColleagueResponse,
  },
  {
    method: "GET",
    path: "/store/company/employees/:id",
    summary: "One colleague",
    right: { section: "person", action: "view" },
    query: z.object({}).strict(),
    response: StoreColleagueResponse,
  },
  {
    method: "POST",
    path: "/store/company/employees/:id",
    summary: "Change name, phone, role or entities of a colleague",
    description: LIMITS,
    right: { section: "person", action: "edit" },
    body: ChangeEmployee,
    response: StoreColleagueResponse,
  },
  {
    method: "POST",
    path: "/store/company/employees/:id/state",
    summary: "Block or unblock a colleague at once",
    description: LIMITS,
    right: { section: "person", action: "edit" },
    body: SetEmployeeState,
    response: StoreColleagueResponse,
  },
  {
    method: "POST",
    path: "/store/company/employees/:id/invitation",
    summary: "Send the invitation again",
    description:
      "Answers 202. Invitations sent before are void from then on. 400 `employee_blocked` for a blocked person; 429 `too_many_attempts` " +
      "beyond 60 an hour.",
    right: { section: "person", action: "edit" },
    middlewares: [limitInvitations],
    body: EmptyBody,
  },
  {
    method: "POST",
    path: "/store/company/employees/:id/hand-over",
    summary: "Hand carts and orders of a colleague over to another",
    description: "Work of entities that the other does not work for stays.",
    right: { section: "person", action: "edit" },
    body: HandOver,
    response: handedOverSchema,
  },
])
