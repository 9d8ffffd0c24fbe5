import { EllipsisHorizontal, TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { Badge, clx, DropdownMenu, IconButton, Text } from "@medusajs/ui"
import { type DragEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { CategoryBranch, Dragged } from "../../lib/category-tree"
import { Level } from "./level"

/** What a tree does; the same for all its branches. */
export interface TreeActions {
  dragged: Dragged | null
  chosenId: string | null
  onDrag: (dragged: Dragged | null) => void
  onChoose: (branch: CategoryBranch) => void
  /** Something was dropped into a category; or before it among its siblings. */
  onDropInto: (branch: CategoryBranch) => void
  onDropBefore: (branch: CategoryBranch) => void
  /** Without a mouse: asks where to. */
  onAskMove: (branch: CategoryBranch) => void
  onMove: (branch: CategoryBranch, to: { parent_id: string | null; before_id: string | null }) => void
}

interface Props {
  branch: CategoryBranch
  /** The siblings around it, by which it is moved up and down. */
  before: CategoryBranch | undefined
  after: CategoryBranch | undefined
  afterNext: CategoryBranch | undefined
  /** Told besides, where it does not stand among its siblings: the categories above it. */
  above?: string
  actions: TreeActions
}

/** Whether what is dragged may come into a category, or before it: it never goes below itself, of which the server has the last word, nor into the inbox. */
const mayTake = (dragged: Dragged | null, branch: CategoryBranch, place: "into" | "before"): boolean =>
  dragged !== null &&
  (dragged.kind === "groups" ? place === "into" : dragged.branch.id !== branch.id) &&
  (place === "before" || !branch.is_inbox)

/** A category of the tree, which opens to what is below it. */
export const Branch = ({ branch, before, after, afterNext, above, actions }: Props) => {
  const { t } = useTranslation("kontor")
  const [isOpen, setOpen] = useState(false)
  const [over, setOver] = useState<"into" | "before" | null>(null)
  const { dragged } = actions
  const dropping = (place: "into" | "before") => ({
    onDragOver: (event: DragEvent) => {
      if (mayTake(dragged, branch, place)) {
        event.preventDefault()
        setOver(place)
      }
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      return place === "into" ? actions.onDropInto(branch) : actions.onDropBefore(branch)
    },
  })
  const Triangle = isOpen ? TriangleDownMini : TriangleRightMini
  return (
    <li role="treeitem" aria-expanded={branch.child_count > 0 ? isOpen : undefined} aria-selected={actions.chosenId === branch.id}>
      <div className={clx("h-1 rounded", over === "before" && "bg-ui-bg-interactive")} {...dropping("before")} />
      <div
        draggable={!branch.is_inbox}
        className={clx(
          "flex items-center gap-x-2 rounded-md px-1 py-0.5",
          actions.chosenId === branch.id && "bg-ui-bg-base-pressed",
          over === "into" && "bg-ui-bg-highlight"
        )}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = "move"
          event.dataTransfer.setData("text/plain", branch.name)
          actions.onDrag({ kind: "category", branch })
        }}
        onDragEnd={() => actions.onDrag(null)}
        {...dropping("into")}
      >
        {branch.child_count > 0 ? (
          <IconButton
            size="2xsmall"
            variant="transparent"
            aria-label={t("categoryTree.open", { name: branch.name })}
            onClick={() => setOpen(!isOpen)}
          >
            <Triangle />
          </IconButton>
        ) : (
          <span className="w-5" />
        )}
        <button type="button" className="flex flex-1 flex-wrap items-center gap-x-2 text-left" onClick={() => actions.onChoose(branch)}>
          <Text size="small" className={branch.is_visible ? "" : "text-ui-fg-muted"}>
            {branch.name}
          </Text>
          <Marks branch={branch} />
          {above && (
            <Text size="xsmall" className="text-ui-fg-muted basis-full">
              {above}
            </Text>
          )}
        </button>
        <Menu {...{ branch, before, after, afterNext, actions }} />
      </div>
      {isOpen && <Level parent={branch} actions={actions} />}
    </li>
  )
}

/** What is worth knowing of a category at first sight. */
const Marks = ({ branch }: { branch: CategoryBranch }) => {
  const { t } = useTranslation("kontor")
  return (
    <>
      <Text size="xsmall" className="text-ui-fg-muted" title={t("categoryTree.countsHint")}>
        {t("categoryTree.counts", { entries: branch.entry_count, products: branch.product_count })}
      </Text>
      {branch.type === "preorder" && (
        <Badge size="2xsmall" color="blue">
          {t("visibility.categoryTypes.preorder")}
        </Badge>
      )}
      {branch.label && <Badge size="2xsmall">{branch.label}</Badge>}
      {branch.is_inbox && (
        <Badge size="2xsmall" color="orange">
          {t("categoryTree.states.inbox")}
        </Badge>
      )}
      {!branch.is_visible && !branch.is_inbox && (
        <Badge size="2xsmall" color="grey">
          {t("categoryTree.hidden")}
        </Badge>
      )}
      {branch.mirrors ? (
        <Badge size="2xsmall" color="purple">
          {t("categoryTree.followsErp")}
        </Badge>
      ) : (
        branch.group_count > 0 &&
        !branch.is_inbox && <Badge size="2xsmall">{t("categoryTree.groupCount", { count: branch.group_count })}</Badge>
      )}
    </>
  )
}

/** The same by keyboard: up, down, and to another place in the tree. */
const Menu = ({ branch, before, after, afterNext, actions }: Props) => {
  const { t } = useTranslation("kontor")
  const { parent_id } = branch
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton size="2xsmall" variant="transparent" aria-label={t("categoryTree.actionsOf", { name: branch.name })}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.Item disabled={!before} onClick={() => before && actions.onMove(branch, { parent_id, before_id: before.id })}>
          {t("categoryTree.up")}
        </DropdownMenu.Item>
        <DropdownMenu.Item
          disabled={!after}
          onClick={() => after && actions.onMove(branch, { parent_id, before_id: afterNext?.id ?? null })}
        >
          {t("categoryTree.down")}
        </DropdownMenu.Item>
        <DropdownMenu.Item onClick={() => actions.onAskMove(branch)}>{t("categoryTree.moveTo")}</DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
