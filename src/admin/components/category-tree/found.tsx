import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CategoryLevel } from "../../lib/category-tree"
import { useAnswer } from "../../lib/use-answer"
import { ErrorText } from "../error-text"
import { Branch, type TreeActions } from "./branch"

const SHOWN_MAX = 50

/** Categories with a part of a name, wherever in the tree they stand; they are opened, chosen and dragged as in the tree. */
export const Found = ({ q, actions }: { q: string; actions: TreeActions }) => {
  const { t } = useTranslation("kontor")
  const { data, error } = useAnswer<CategoryLevel>("/admin/catalog-categories", { q, limit: SHOWN_MAX }, { keepPrevious: true })
  return (
    <>
      <ErrorText error={error} />
      {data?.count === 0 && <Text className="text-ui-fg-muted px-2 py-1">{t("nothingFound")}</Text>}
      <ul role="tree">
        {data?.catalog_categories.map((branch) => (
          <Branch
            key={branch.id}
            branch={branch}
            before={undefined}
            after={undefined}
            afterNext={undefined}
            above={branch.path.join(" → ")}
            actions={actions}
          />
        ))}
      </ul>
      {data && data.count > SHOWN_MAX && (
        <Text size="small" className="text-ui-fg-muted px-2 py-1">
          {t("people.more", { total: data.count })}
        </Text>
      )}
    </>
  )
}
