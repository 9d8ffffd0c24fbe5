import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CategoryRow } from "../lib/types"
import { useChange } from "../lib/use-change"
import { FormDrawer } from "./form-drawer"
import { InputField } from "./input-field"

const PATH = "/admin/client-categories"

/** Makes a category of clients, or renames the one that is given. */
export const SaveCategory = ({ category, onClose }: { category: Pick<CategoryRow, "id" | "name"> | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [name, setName] = useState(category?.name ?? "")
  const change = useChange()
  return (
    <FormDrawer
      title={t(category ? "clients.renameCategory" : "clients.newCategory")}
      isComplete={name.trim() !== ""}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: category ? `${PATH}/${category.id}` : PATH, method: "POST", body: { name } })}
      onClose={onClose}
    >
      <InputField id="category-name" label={t("entities.name")} value={name} onChange={setName} />
    </FormDrawer>
  )
}
