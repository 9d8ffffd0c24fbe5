import { Switch, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { GroupSources } from "../../lib/category-tree"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { ErrorText } from "../error-text"
import { Section } from "../section"

const PATH = "/admin/erp-groups/sources"

/** What becomes of groups that a base of 1C sends for the first time. */
export const Sources = () => {
  const { t } = useTranslation("kontor")
  const { data, error } = useAnswer<GroupSources>(PATH)
  const change = useChange()
  if (!error && data?.sources.length === 0) {
    return null
  }
  return (
    <Section title={t("categoryTree.sources")}>
      <ErrorText error={error} />
      {data?.sources.map(({ source, unknown_groups, group_count, waiting_count }) => (
        <div key={source} className="flex items-center justify-between gap-x-4 px-6 py-3">
          <div>
            <Text size="small">{source}</Text>
            <Text size="xsmall" className="text-ui-fg-muted">
              {t("categoryTree.sourceCounts", { groups: group_count, waiting: waiting_count })}
            </Text>
          </div>
          <label className="flex items-center gap-x-2" htmlFor={`inbox-${source}`}>
            <Text size="small">{t("categoryTree.newToInbox")}</Text>
            <Switch
              id={`inbox-${source}`}
              checked={unknown_groups === "inbox"}
              disabled={change.isPending}
              onCheckedChange={(inbox) =>
                change.mutate({ path: PATH, method: "POST", body: { source, unknown_groups: inbox ? "inbox" : "mirror" } })
              }
            />
          </label>
        </div>
      ))}
    </Section>
  )
}
