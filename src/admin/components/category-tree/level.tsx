import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CategoryBranch, CategoryLevel } from "../../lib/category-tree"
import { useAnswers } from "../../lib/use-answer"
import { ErrorText } from "../error-text"
import { Branch, type TreeActions } from "./branch"

/** As many as one answer has. */
const PAGE = 200

/** Children of a category, or the roots; read when they are opened, so that a tree of any size costs what is looked at. Siblings know each other across pages. */
export const Level = ({ parent, actions }: { parent: CategoryBranch | null; actions: TreeActions }) => {
  const { t } = useTranslation("kontor")
  const [pages, setPages] = useState(1)
  const of: Record<string, string> = parent ? { parent_id: parent.id } : {}
  const queries = Array.from({ length: pages }, (_, page) => ({ limit: PAGE, offset: page * PAGE, ...of }))
  const answers = useAnswers<CategoryLevel>("/admin/catalog-categories", queries)
  const branches = answers.flatMap(({ data }) => data?.catalog_categories ?? [])
  const last = answers.at(-1)
  return (
    <ul role={parent ? "group" : "tree"} className={parent ? "border-ui-border-base ml-4 border-l pl-2" : ""}>
      <ErrorText error={answers.find(({ error }) => error)?.error ?? null} />
      {branches.map((branch, place) => (
        <Branch
          key={branch.id}
          branch={branch}
          before={branches[place - 1]}
          after={branches[place + 1]}
          afterNext={branches[place + 2]}
          actions={actions}
        />
      ))}
      {last?.data && last.data.count > pages * PAGE && (
        <li>
          <Button size="small" variant="transparent" onClick={() => setPages(pages + 1)}>
            <Text size="small">{t("categoryTree.more")}</Text>
          </Button>
        </li>
      )}
    </ul>
  )
}
