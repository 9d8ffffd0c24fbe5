import { defineRoutes } from "@kontor/framework"
import {
  AdminChangeContent,
  AdminContentListResponse,
  AdminContentResponse,
  AdminCreateContent,
  AdminDeletedContent,
  AdminListContent,
  AdminNoContentQuery,
} from "./validators"

const REFUSALS =
  "400 with code `content_field_missing`, `content_field_foreign`, `content_html`, `content_link_invalid`, `content_dates_reversed`, `video_host_refused`, `material_empty`, `poll_option_repeated`, `slug_taken`, `category_unknown`, `client_category_unknown`, `content_file_unknown`, `content_file_no_image` or `too_many_items`."

export const adminContentMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/content",
    staff: "leads",
    summary: "News, answers, pages, banners, polls with their results, materials",
    query: AdminListContent,
    response: AdminContentListResponse,
  },
  {
    method: "POST",
    path: "/admin/content",
    staff: "leads",
    summary: "Make an item of content",
    description: REFUSALS,
    body: AdminCreateContent,
    response: AdminContentResponse,
  },
  {
    method: "GET",
    path: "/admin/content/:id",
    staff: "leads",
    summary: "One item of content",
    query: AdminNoContentQuery,
    response: AdminContentResponse,
  },
  {
    method: "POST",
    path: "/admin/content/:id",
    staff: "leads",
    summary: "Change an item of content",
    description: `${REFUSALS} \`content_kind_fixed\`, \`poll_has_votes\` for other questions once somebody has voted, \`changed_meanwhile\` for another version.`,
    body: AdminChangeContent,
    response: AdminContentResponse,
  },
  {
    method: "DELETE",
    path: "/admin/content/:id",
    staff: "leads",
    summary: "Delete an item of content",
    response: AdminDeletedContent,
  },
])
