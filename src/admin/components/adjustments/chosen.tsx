import { Badge, IconButton, Input, Text } from "@medusajs/ui"
import { XMarkMini } from "@medusajs/icons"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ChoiceList, NamedRow } from "../../lib/adjustment-types"
import { useAnswer } from "../../lib/use-answer"
import { useDelayed } from "../../lib/use-delayed"
import { ErrorText } from "../error-text"
import { FormField } from "../form-field"
import { SOUGHT_MAX } from "../picker"

const PATH = "/admin/price-adjustments/choices"
const SHOWN_MAX = 8

interface FindProps {
  id: string
  label: string
  kind: string
  /** The property whose values are looked for. */
  within?: string
  onChoose: (choice: NamedRow) => void
}

/** Finds one of many things by a part of its name. What is offered takes room only while somebody looks for it. */
export const Find = ({ id, label, kind, within, onChoose }: FindProps) => {
  const { t } = useTranslation("kontor")
  const [text, setText] = useState("")
  const [isOpen, setOpen] = useState(false)
  const q = useDelayed(text.trim())
  const choose = (choice: NamedRow) => {
    onChoose(choice)
    setText("")
    setOpen(false)
  }
  return (
    <FormField id={id} label={label}>
      <Input
        id={id}
        type="search"
        autoComplete="off"
        maxLength={SOUGHT_MAX}
        placeholder={t("adjustments.find")}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => setText(event.target.value)}
      />
      {isOpen && <Offered kind={kind} q={q} within={within} onChoose={choose} />}
    </FormField>
  )
}

const Offered = ({ kind, q, within, onChoose }: Pick<FindProps, "kind" | "within" | "onChoose"> & { q: string }) => {
  const { t } = useTranslation("kontor")
  const query = { kind, limit: SHOWN_MAX, ...(q ? { q } : {}), ...(within ? { within } : {}) }
  const { data, error } = useAnswer<ChoiceList>(PATH, query, { keepPrevious: true })
  return (
    <div className="bg-ui-bg-subtle flex flex-col rounded-md p-1">
      <ErrorText error={error} />
      {data?.count === 0 && <Text className="text-ui-fg-muted px-2 py-1">{t("nothingFound")}</Text>}
      {data?.choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          className="hover:bg-ui-bg-subtle-hover txt-small flex justify-between gap-x-4 rounded px-2 py-1 text-left"
          onClick={() => onChoose({ id: choice.id, name: choice.name })}
        >
          <span>{choice.name}</span>
          {choice.note && <span className="text-ui-fg-muted">{choice.note}</span>}
        </button>
      ))}
      {data && data.count > SHOWN_MAX && (
        <Text size="small" className="text-ui-fg-muted px-2 py-1">
          {t("people.more", { total: data.count })}
        </Text>
      )}
    </div>
  )
}

/** Things that were chosen, each with a cross. */
export const Chosen = ({ names, onRemove }: { names: string[]; onRemove: (position: number) => void }) => {
  const { t } = useTranslation("kontor")
  return (
    <div className="flex flex-wrap gap-2">
      {names.map((name, position) => (
        <Badge key={name} size="small" className="flex items-center gap-x-1">
          {name}
          <IconButton
            type="button"
            size="2xsmall"
            variant="transparent"
            aria-label={t("adjustments.takeOut", { name })}
            onClick={() => onRemove(position)}
          >
            <XMarkMini />
          </IconButton>
        </Badge>
      ))}
    </div>
  )
}
