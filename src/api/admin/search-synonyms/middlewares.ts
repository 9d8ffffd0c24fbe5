import { defineRoutes } from "@kontor/framework"
import {
  AdminChangeSynonyms,
  AdminDeletedSynonyms,
  AdminListSynonyms,
  AdminPutSynonyms,
  AdminSynonymListResponse,
  AdminSynonymsResponse,
} from "./validators"

const REFUSALS =
  "400 with code `synonyms_too_few` where no two different words are left, `synonym_void` for a text of stop words alone, `synonym_number` for a word with a number, size or measure of its own, `synonyms_exist` for the words of another group."

export const adminSearchSynonymMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/search-synonyms",
    staff: "everyone",
    summary: "Words by which dealers call the same goods, as the search understands them",
    query: AdminListSynonyms,
    response: AdminSynonymListResponse,
  },
  {
    method: "POST",
    path: "/admin/search-synonyms",
    staff: "leads",
    summary: "Make a group of words that mean the same",
    description: `Searches know it at once. ${REFUSALS} \`too_many_synonyms\`.`,
    body: AdminPutSynonyms,
    response: AdminSynonymsResponse,
  },
  {
    method: "POST",
    path: "/admin/search-synonyms/:id",
    staff: "leads",
    summary: "Say other words in place of those of a group",
    description: `${REFUSALS} \`changed_meanwhile\` for another version.`,
    body: AdminChangeSynonyms,
    response: AdminSynonymsResponse,
  },
  {
    method: "DELETE",
    path: "/admin/search-synonyms/:id",
    staff: "leads",
    summary: "Forget a group of words",
    response: AdminDeletedSynonyms,
  },
])
