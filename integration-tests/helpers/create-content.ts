import { SYSTEM_ACTOR } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { ContentDraft } from "../../src/modules/content/rules/content-draft"
import { saveItemWorkflow } from "../../src/workflows/content/save-item"

const NOTHING: Omit<ContentDraft, "kind" | "title"> = {
  ...{ body: null, slug: null, section: null, media: null, video_url: null, link: null, category_id: null, file_id: null },
  ...{ audience: [], position: 0, is_published: true, starts_on: null, ends_on: null, questions: [] },
}

/** A published item of content for everybody, unless told otherwise. */
export async function createContent(
  container: MedusaContainer,
  draft: Pick<ContentDraft, "kind" | "title"> & Partial<ContentDraft>
): Promise<{ id: string }> {
  const input = { id: null, updated_at: null, draft: { ...NOTHING, ...draft }, actor: SYSTEM_ACTOR }
  const { result } = await saveItemWorkflow(container).run({ input })
  return result
}
