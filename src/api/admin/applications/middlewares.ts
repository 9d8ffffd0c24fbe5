import { defineRoutes } from "@kontor/framework"
import {
  AdminAcceptApplication,
  AdminApplicationListResponse,
  AdminApplicationResponse,
  AdminAssignApplication,
  AdminCompleteApplication,
  AdminDeclineApplication,
  AdminListApplications,
  AdminRequestMore,
} from "./validators"

const DECIDED = "The same again changes nothing; 400 `application_decided` when it was decided otherwise."

export const adminApplicationMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/applications",
    staff: "everyone",
    summary: "The queue of applications, newest first",
    description: "Managers see those given to them and those of their clients' people.",
    query: AdminListApplications,
    response: AdminApplicationListResponse,
  },
  {
    method: "GET",
    path: "/admin/applications/:id",
    staff: "everyone",
    summary: "One application: requisites with checks, similar entities, files, history, how far 1C has got",
    response: AdminApplicationResponse,
  },
  {
    method: "POST",
    path: "/admin/applications/:id/accept",
    staff: "everyone",
    summary: "Accept an application: make the entity, or attach the applicant to one",
    description: `A new entity goes to 1C and is active when 1C gives it back; one that is attached completes the application at once. 400 \`legal_entity_exists\` for a company that is a client already, \`legal_entity_not_active\` for one that is blocked or closed. ${DECIDED}`,
    body: AdminAcceptApplication,
    response: AdminApplicationResponse,
  },
  {
    method: "POST",
    path: "/admin/applications/:id/complete",
    staff: "everyone",
    summary: "Complete an accepted application by hand, with a reason",
    description: "400 `application_not_accepted` before, `legal_entity_not_active` while the entity cannot be used: activate it instead.",
    body: AdminCompleteApplication,
    response: AdminApplicationResponse,
  },
  {
    method: "POST",
    path: "/admin/applications/:id/decline",
    staff: "everyone",
    summary: "Decline an application, with a reason",
    description: DECIDED,
    body: AdminDeclineApplication,
    response: AdminApplicationResponse,
  },
  {
    method: "POST",
    path: "/admin/applications/:id/request-more",
    staff: "everyone",
    summary: "Ask the applicant for more",
    description: DECIDED,
    body: AdminRequestMore,
    response: AdminApplicationResponse,
  },
  {
    method: "POST",
    path: "/admin/applications/:id/assign",
    staff: "leads",
    summary: "Give an application to a user",
    description: "404 `user_unknown` for an id of nobody.",
    body: AdminAssignApplication,
    response: AdminApplicationResponse,
  },
  {
    method: "GET",
    path: "/admin/applications/:id/files/:file_id",
    staff: "everyone",
    summary: "A file of an application",
    responseContentType: "application/octet-stream",
  },
])
