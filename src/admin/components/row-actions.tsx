import { PencilSquare, Trash } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"

interface Props {
  /** What is read aloud of either button. */
  change: string
  remove: string
  onChange: () => void
  onRemove: () => void
}

/** Changes or removes what a row of a table is about. */
export const RowActions = ({ change, remove, onChange, onRemove }: Props) => (
  <span className="flex gap-x-1">
    <IconButton size="small" variant="transparent" aria-label={change} onClick={onChange}>
      <PencilSquare />
    </IconButton>
    <IconButton size="small" variant="transparent" aria-label={remove} onClick={onRemove}>
      <Trash />
    </IconButton>
  </span>
)
