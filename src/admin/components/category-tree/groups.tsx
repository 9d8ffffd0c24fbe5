import { Button, Checkbox, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type Dragged, type ErpGroup, type ErpGroupList, GROUP_STATES } from "../../lib/category-tree"
import { useAnswer } from "../../lib/use-answer"
import { useDelayed } from "../../lib/use-delayed"
import { ErrorText } from "../error-text"
import { FilterChoice } from "../filter-choice"
import { InputField } from "../input-field"
import { SOUGHT_MAX } from "../picker"
import { Section } from "../section"

const SHOWN_MAX = 100

interface Props {
  /** Where only groups whose goods are put into this one are shown. */
  category: { id: string; name: string } | null
  /** By their ids. They stay while others are looked for, and until they are mapped. */
  ticked: Record<string, ErpGroup>
  onTick: (ticked: Record<string, ErpGroup>) => void
  onDrag: (dragged: Dragged | null) => void
  onMap: (groups: ErpGroup[]) => void
}

/** Groups of 1C, to be dragged onto a category: one, or all that are ticked. */
export const Groups = ({ category, ticked, onTick, onDrag, onMap }: Props) => {
  const { t } = useTranslation("kontor")
  const [state, setState] = useState<string>()
  const [text, setText] = useState("")
  const q = useDelayed(text.trim())
  const query = { limit: SHOWN_MAX, ...(state ? { state } : {}), ...(q ? { q } : {}), ...(category ? { category_id: category.id } : {}) }
  const { data, error } = useAnswer<ErpGroupList>("/admin/erp-groups", query, { keepPrevious: true })
  const groups = data?.erp_groups ?? []
  const all = Object.values(ticked)
  const tick = (group: ErpGroup) => {
    const { [group.id]: standing, ...others } = ticked
    onTick(standing ? others : { ...others, [group.id]: group })
  }
  return (
    <Section
      title={category ? t("categoryTree.groupsOf", { name: category.name }) : t("categoryTree.groups")}
      action={
        <div className="flex flex-wrap justify-end gap-2">
          {all.length > 0 && (
            <Button size="small" variant="transparent" onClick={() => onTick({})}>
              {t("categoryTree.untick")}
            </Button>
          )}
          <Button size="small" variant="secondary" disabled={all.length === 0} onClick={() => onMap(all)}>
            {t("categoryTree.mapTicked", { count: all.length })}
          </Button>
        </div>
      }
    >
      <div className="flex flex-wrap items-end gap-3 px-6 py-3">
        <InputField
          id="groups-search"
          label={t("categoryTree.searchGroup")}
          type="search"
          maxLength={SOUGHT_MAX}
          value={text}
          onChange={setText}
        />
        <FilterChoice
          label={t("categoryTree.state")}
          value={state}
          values={GROUP_STATES}
          text={(each) => t(`categoryTree.states.${each}`)}
          onChange={setState}
        />
      </div>
      <ErrorText error={error} />
      {data && groups.length === 0 && <Text className="text-ui-fg-muted px-6 py-4">{t("categoryTree.noGroups")}</Text>}
      <Table>
        <Table.Body>
          {groups.map((group) => (
            <Table.Row
              key={group.id}
              draggable
              className="cursor-grab"
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "move"
                event.dataTransfer.setData("text/plain", group.name)
                onDrag({ kind: "groups", groups: ticked[group.id] ? all : [group] })
              }}
              onDragEnd={() => onDrag(null)}
            >
              <Table.Cell className="w-8">
                <Checkbox
                  checked={ticked[group.id] !== undefined}
                  aria-label={t("categoryTree.tick", { name: group.name })}
                  onCheckedChange={() => tick(group)}
                />
              </Table.Cell>
              <Table.Cell className="py-2">
                <Text size="small">{group.name}</Text>
                {group.parent_name && (
                  <Text size="xsmall" className="text-ui-fg-muted">
                    {group.parent_name}
                  </Text>
                )}
              </Table.Cell>
              <Table.Cell className="py-2">
                <Text size="small">{t(`categoryTree.states.${group.state}`)}</Text>
                {group.state === "mapped" && (
                  <Text size="xsmall" className="text-ui-fg-muted">
                    {group.category?.name ?? t("categoryTree.categoryGone")}
                  </Text>
                )}
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap py-2 text-right">
                {t("categoryTree.products", { count: group.product_count })}
              </Table.Cell>
              <Table.Cell className="py-2 text-right">
                <Button size="small" variant="transparent" onClick={() => onMap([group])}>
                  {t("categoryTree.map")}
                </Button>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {data && data.count > groups.length && (
        <Text size="small" className="text-ui-fg-muted px-6 py-3">
          {t("people.more", { total: data.count })}
        </Text>
      )}
    </Section>
  )
}
