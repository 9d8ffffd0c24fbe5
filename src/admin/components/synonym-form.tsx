import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type SynonymRow, synonymsOf } from "../lib/search-synonyms"
import { useChange } from "../lib/use-change"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"

const PATH = "/admin/search-synonyms"

/** Makes a group of words, or changes the one that is given. */
export const SynonymForm = ({ group, onClose }: { group: SynonymRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [words, setWords] = useState(group?.words.join("\n") ?? "")
  const [standsFor, setStandsFor] = useState(group?.stands_for.join("\n") ?? "")
  const change = useChange()
  const said = synonymsOf(words, standsFor)
  const body = group ? { ...said, updated_at: group.updated_at } : said
  return (
    <FormDrawer
      title={t(group ? "synonyms.change" : "synonyms.add")}
      hint={t("synonyms.formHint")}
      isComplete={said !== null}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: group ? `${PATH}/${group.id}` : PATH, method: "POST", body: { ...body } })}
      onClose={onClose}
    >
      <FormField id="synonym-words" label={t("synonyms.words")} hint={t("synonyms.wordsHint")}>
        <Textarea id="synonym-words" rows={6} value={words} onChange={({ target }) => setWords(target.value)} />
      </FormField>
      <FormField id="synonym-stands-for" label={t("synonyms.standsFor")} hint={t("synonyms.standsForHint")}>
        <Textarea id="synonym-stands-for" rows={4} value={standsFor} onChange={({ target }) => setStandsFor(target.value)} />
      </FormField>
    </FormDrawer>
  )
}
