import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CategoryBranch, CategoryLevel } from "../../lib/category-tree"
import { useAnswer } from "../../lib/use-answer"
import { ErrorText } from "../error-text"
import { Branch, type TreeActions } from "./branch"

/** As many as one answer has. */
const PAGE = 200

/** Children of a category, or the roots; read when they are opened, so that a tree of any size costs what is looked at. */
export const Level = ({ parent, actions }: { parent: CategoryBranch | null; actions: TreeActions }) => {
  const { t } = useTranslation("kontor")
  const [pages, setPages] = useState(1)
  const all = Array.from({ length: pages }, (_, page) => page)
  return (
    <ul role={parent ? "group" : "tree"} className={parent ? "border-ui-border-base ml-4 border-l pl-2" : ""}>
      {all.map((page) => (
        <Page
          key={page}
          parent={parent}
          page={page}
          actions={actions}
          more={page === pages - 1 ? () => setPages(pages + 1) : null}
          text={t("categoryTree.more")}
        />
      ))}
    </ul>
  )
}

interface PageProps {
  parent: CategoryBranch | null
  page: number
  actions: TreeActions
  more: (() => void) | null
  text: string
}

const Page = ({ parent, page, actions, more, text }: PageProps) => {
  const query = { limit: PAGE, offset: page * PAGE, ...(parent ? { parent_id: parent.id } : {}) }
  const { data, error } = useAnswer<CategoryLevel>("/admin/catalog-categories", query, { keepPrevious: true })
  const branches = data?.catalog_categories ?? []
  return (
    <>
      <ErrorText error={error} />
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
      {data && more && data.count > (page + 1) * PAGE && (
        <li>
          <Button size="small" variant="transparent" onClick={more}>
            <Text size="small">{text}</Text>
          </Button>
        </li>
      )}
    </>
  )
}
