import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TreeActions } from "../../components/category-tree/branch"
import { CategoryAdjustments } from "../../components/category-tree/category-adjustments"
import { CategoryFacts } from "../../components/category-tree/category-facts"
import { CategoryVisibility } from "../../components/category-tree/category-visibility"
import { Found } from "../../components/category-tree/found"
import { Groups } from "../../components/category-tree/groups"
import { Level } from "../../components/category-tree/level"
import { MapDrawer } from "../../components/category-tree/map-drawer"
import { MoveDrawer } from "../../components/category-tree/move-drawer"
import { Sources } from "../../components/category-tree/sources"
import { InputField } from "../../components/input-field"
import { SOUGHT_MAX } from "../../components/picker"
import { Section } from "../../components/section"
import type { CategoryBranch, CategoryLevel, Dragged, ErpGroup } from "../../lib/category-tree"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { useDelayed } from "../../lib/use-delayed"

/** The tree of categories with what 1C sends beside it: categories are dragged within the tree, groups of 1C onto it. */
const CategoryTree = () => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const change = useChange({ notice: t("categoryTree.moved") })
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [chosen, setChosen] = useState<CategoryBranch | null>(null)
  const [text, setText] = useState("")
  const q = useDelayed(text.trim())
  const [ticked, setTicked] = useState<Record<string, ErpGroup>>({})
  const [asked, setAsked] = useState<CategoryBranch | null>(null)
  const [mapped, setMapped] = useState<{ groups: ErpGroup[]; category: CategoryBranch | null } | null>(null)
  const untick = (groups: ErpGroup[]) =>
    setTicked((standing) => Object.fromEntries(Object.entries(standing).filter(([id]) => groups.every((group) => group.id !== id))))
  const move = async (branch: CategoryBranch, to: { parent_id: string | null; before_id: string | null }) => {
    const isSure =
      branch.mirrors === null ||
      (await prompt({
        title: t("categoryTree.moveTitle", { name: branch.name }),
        description: t("categoryTree.detachHint"),
        confirmText: t("categoryTree.move"),
        cancelText: t("cancel"),
      }))
    if (isSure) {
      change.mutate({ path: `/admin/catalog-categories/${branch.id}/move`, method: "POST", body: to })
    }
  }
  const actions: TreeActions = {
    dragged,
    chosenId: chosen?.id ?? null,
    onDrag: setDragged,
    onChoose: (branch) => setChosen(chosen?.id === branch.id ? null : branch),
    onDropInto: (branch) => {
      if (dragged?.kind === "groups") {
        setMapped({ groups: dragged.groups, category: branch })
      } else if (dragged) {
        void move(dragged.branch, { parent_id: branch.id, before_id: null })
      }
      setDragged(null)
    },
    onDropBefore: (branch) => {
      if (dragged?.kind === "category") {
        void move(dragged.branch, { parent_id: branch.parent_id, before_id: branch.id })
      }
      setDragged(null)
    },
    onAskMove: setAsked,
    onMove: (branch, to) => void move(branch, to),
  }
  return (
    <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
      <Section
        title={t("categoryTree.title")}
        action={
          <Button size="small" variant="secondary" asChild>
            <Link to="/categories/create">{t("categoryTree.create")}</Link>
          </Button>
        }
      >
        <Text size="small" className="text-ui-fg-muted px-6 py-3">
          {t("categoryTree.hint")}
        </Text>
        <div className="px-6 py-3">
          <InputField
            id="tree-search"
            label={t("categoryTree.category")}
            type="search"
            maxLength={SOUGHT_MAX}
            placeholder={t("categoryTree.searchCategory")}
            value={text}
            onChange={setText}
          />
        </div>
        <div className="px-4 py-3">{q ? <Found q={q} actions={actions} /> : <Level parent={null} actions={actions} />}</div>
      </Section>
      <div className="flex flex-col gap-y-4">
        {chosen && <Chosen branch={chosen} />}
        <Sources />
        <Groups
          key={chosen?.id ?? "all"}
          category={chosen}
          ticked={ticked}
          onTick={setTicked}
          onDrag={setDragged}
          onMap={(groups) => setMapped({ groups, category: null })}
        />
      </div>
      {asked && <MoveDrawer branch={asked} onClose={() => setAsked(null)} />}
      {mapped && <MapDrawer {...mapped} onMapped={() => untick(mapped.groups)} onClose={() => setMapped(null)} />}
    </div>
  )
}

/** The category that is looked at, where it stands by now: it may have been moved since it was chosen. */
const Chosen = ({ branch: chosen }: { branch: CategoryBranch }) => {
  const { t } = useTranslation("kontor")
  const { data } = useAnswer<CategoryLevel>("/admin/catalog-categories", { id: chosen.id })
  const branch = data?.catalog_categories[0] ?? chosen
  return (
    <>
      <Section
        title={branch.name}
        action={
          <Button size="small" variant="secondary" asChild>
            <Link to={`/categories/${branch.id}`}>{t("categoryTree.toCategory")}</Link>
          </Button>
        }
      >
        {branch.path.length > 0 && (
          <Text size="small" className="text-ui-fg-muted px-6 py-3">
            {branch.path.join(" → ")}
          </Text>
        )}
      </Section>
      <CategoryFacts id={branch.id} />
      <CategoryVisibility category={branch} />
      <CategoryAdjustments category={branch} />
    </>
  )
}

export const config = defineRouteConfig({ label: "categoryTree.title", translationNs: "kontor", nested: "/products" })

export default CategoryTree
