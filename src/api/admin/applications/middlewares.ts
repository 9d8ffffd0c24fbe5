import { defineRoutes } from "@kontor/framework"
import {
  AdminApplicationListResponse,
  AdminApplicationResponse,
  AdminAssignApplication,
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
