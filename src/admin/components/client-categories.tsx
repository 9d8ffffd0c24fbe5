import { Badge, IconButton, Select, Text } from "@medusajs/ui"
import { XMarkMini } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { CategoryRow, ClientCategoryList } from "../lib/types"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"
import { Section } from "./section"

/** More than any supplier has. */
const CATEGORIES_MAX = 200

/** Categories a client is in; put in by choosing, taken out by the cross. Those of the ERP have none. */
export const Categories = ({ entityId, categories }: { entityId: string; categories: CategoryRow[] }) => {
  const { t } = useTranslation("kontor")
  const path = `/admin/legal-entities/${entityId}/categories`
  const change = useChange()
  const { data } = useAnswer<ClientCategoryList>("/admin/client-categories", { limit: CATEGORIES_MAX })
  const others = (data?.client_categories ?? []).filter(({ id }) => !categories.some((category) => category.id === id))
  const choose = (
    <div className="w-60">
      <Select value="" onValueChange={(client_category_id) => change.mutate({ path, method: "POST", body: { client_category_id } })}>
        <Select.Trigger aria-label={t("clients.addCategory")}>
          <Select.Value placeholder={t("clients.addCategory")} />
        </Select.Trigger>
        <Select.Content>
          {others.map(({ id, name }) => (
            <Select.Item key={id} value={id}>
              {name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
  return (
    <Section title={t("clients.categories")} action={others.length > 0 && choose}>
      <div className="flex flex-wrap gap-2 px-6 py-4">
        {categories.length === 0 && <Text className="text-ui-fg-muted">{t("clients.noCategories")}</Text>}
        {categories.map(({ id, name, source }) => (
          <Badge key={id} size="small" className="flex items-center gap-x-1">
            {source === "erp" ? `${name} (${t("factSource.erp")})` : name}
            {source === "portal" && (
              <IconButton
                size="2xsmall"
                variant="transparent"
                aria-label={t("clients.removeCategory", { name })}
                onClick={() => change.mutate({ path: `${path}/${id}`, method: "DELETE" })}
              >
                <XMarkMini />
              </IconButton>
            )}
          </Badge>
        ))}
      </div>
    </Section>
  )
}
