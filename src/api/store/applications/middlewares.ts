import { defineRoutes } from "@kontor/framework"
import { accountOf, limitAttempts } from "../../limit-attempts"
import { FORM_CONTENT_TYPES, receiveForm } from "../../receive-application"
import {
  StoreAnswerApplication,
  StoreApplicationListResponse,
  StoreApplicationResponse,
  StoreApply,
  StoreListApplications,
} from "./validators"

/** Each may bring megabytes. */
const limitForms = limitAttempts({ purpose: "application-dealer", window_seconds: 3600, per_address: 300, per_account: 60, accountOf })

const view = { section: "application", action: "view" } as const
const create = { section: "application", action: "create" } as const

export const storeApplicationMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/applications",
    summary: "Applications of mine and of my entities, newest first",
    right: view,
    query: StoreListApplications,
    response: StoreApplicationListResponse,
  },
  {
    method: "POST",
    path: "/store/applications",
    summary: "Apply for a further legal entity, or for other requisites of one",
    description:
      "Multipart: field `data` (JSON) and `files` (PDF, JPEG, PNG, DOCX, XLSX; 10 of 10 MB at most, 40 MB together); or JSON without files. The same again within a day gives the application that stands. A change takes one file at least (`application_file_missing`) and keeps the ИНН (`inn_changed`); `nothing_changed` when the entity has all of it; `bank_account_repeated` and `bank_account_second_default` for accounts; 404 for an entity out of reach.",
    right: create,
    body: StoreApply,
    bodyContentTypes: FORM_CONTENT_TYPES,
    middlewares: [limitForms, receiveForm(StoreApply)],
    response: StoreApplicationResponse,
  },
  {
    method: "GET",
    path: "/store/applications/:id",
    summary: "One application with its history",
    right: view,
    response: StoreApplicationResponse,
  },
  {
    method: "POST",
    path: "/store/applications/:id/answer",
    summary: "Send what was asked for",
    description: "Files as when applying. 400 `answer_not_expected` when nothing is asked.",
    right: create,
    body: StoreAnswerApplication,
    bodyContentTypes: FORM_CONTENT_TYPES,
    middlewares: [limitForms, receiveForm(StoreAnswerApplication)],
    response: StoreApplicationResponse,
  },
  {
    method: "GET",
    path: "/store/applications/:id/files/:file_id",
    summary: "A file of an application",
    right: view,
    responseContentType: "application/octet-stream",
  },
])
