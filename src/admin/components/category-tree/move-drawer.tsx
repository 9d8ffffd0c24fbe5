import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CategoryBranch, CategoryLevel } from "../../lib/category-tree"
import { useChange } from "../../lib/use-change"
import { FormDrawer } from "../form-drawer"
import { Picker } from "../picker"

const ROOT = "root"

/** Categories as a picker offers them: by name, with those above. Nothing is put into the inbox by its name. */
export const categoryOptions = ({ catalog_categories }: CategoryLevel) =>
  catalog_categories.filter(({ is_inbox }) => !is_inbox).map(({ id, name, path }) => ({ id, name, note: path.join(" → ") }))

/** Asks below which category another one shall stand. */
export const MoveDrawer = ({ branch, onClose }: { branch: CategoryBranch; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [parent, setParent] = useState("")
  const change = useChange()
  const body = { parent_id: parent === ROOT ? null : parent }
  return (
    <FormDrawer
      title={t("categoryTree.moveTitle", { name: branch.name })}
      hint={branch.mirrors ? t("categoryTree.detachHint") : t("categoryTree.moveHint")}
      submit={t("categoryTree.move")}
      isComplete={parent !== "" && parent !== branch.id}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/catalog-categories/${branch.id}/move`, method: "POST", body })}
      onClose={onClose}
    >
      <Picker<CategoryLevel>
        id="move-to"
        label={t("categoryTree.newParent")}
        placeholder={t("categoryTree.searchCategory")}
        path="/admin/catalog-categories"
        options={(answer) => categoryOptions(answer).filter(({ id }) => id !== branch.id)}
        always={[{ id: ROOT, name: t("categoryTree.root"), note: "" }]}
        value={parent}
        onChange={setParent}
      />
    </FormDrawer>
  )
}
