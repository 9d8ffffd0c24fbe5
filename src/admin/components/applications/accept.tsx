import { Button, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ApplicationCard, HoldingList } from "../../lib/application-types"
import type { LegalEntityList } from "../../lib/types"
import { useChange } from "../../lib/use-change"
import { FormDrawer } from "../form-drawer"
import { Choosable, Picker } from "../picker"

/** What comes of an accepted application: an entity of its own, or the applicant works for one that is there. */
const WAYS = ["new", "attach"] as const
/** The holding of the applicant's entity, and none at all: no ids of holdings. */
const APPLICANTS = "applicants"
const NONE = "none"

/** Accepts an application. A change of requisites needs no choice. */
export const AcceptApplication = ({ application }: { application: ApplicationCard }) => {
  const { t } = useTranslation("kontor")
  const [way, setWay] = useState<string>("new")
  const [entityId, setEntityId] = useState("")
  const usual = application.holding_id ? APPLICANTS : NONE
  const [holding, setHolding] = useState(usual)
  const change = useChange()
  const isChange = application.kind === "requisites_change"
  const intoHolding = holding === APPLICANTS ? {} : { holding_id: holding === NONE ? null : holding }
  const body = way === "attach" ? { legal_entity_id: entityId } : intoHolding
  const forget = () => {
    setWay("new")
    setEntityId("")
    setHolding(usual)
  }
  return (
    <FormDrawer
      title={t("applications.accept")}
      hint={t(isChange ? "applications.acceptChangeHint" : "applications.acceptHint")}
      trigger={<Button size="small">{t("applications.accept")}</Button>}
      submit={t("applications.accept")}
      isComplete={way === "new" || entityId !== ""}
      isPending={change.isPending}
      onSubmit={() =>
        change.mutateAsync({ path: `/admin/applications/${application.id}/accept`, method: "POST", body: isChange ? {} : body })
      }
      onClose={forget}
    >
      {isChange ? (
        <Text>{t("applications.changeCount", { total: application.changes.length })}</Text>
      ) : (
        <RadioGroup value={way} onValueChange={setWay}>
          {WAYS.map((each) => (
            <Choosable
              key={each}
              of="way"
              option={{ id: each, name: t(`applications.ways.${each}`), note: t(`applications.wayHints.${each}`) }}
            />
          ))}
        </RadioGroup>
      )}
      {!isChange && way === "attach" && <EntityChoice application={application} value={entityId} onChange={setEntityId} />}
      {!isChange && way === "new" && (
        <Picker<HoldingList>
          id="holding"
          label={t("applications.holding")}
          placeholder={t("entities.name")}
          path="/admin/holdings"
          options={({ holdings }) =>
            holdings.map(({ id, name, entity_count }) => ({ id, name, note: t("applications.entities", { total: entity_count }) }))
          }
          always={[
            ...(application.holding_id ? [{ id: APPLICANTS, name: t("applications.holdingOfApplicant"), note: "" }] : []),
            { id: NONE, name: t("applications.noHolding"), note: "" },
          ]}
          value={holding}
          onChange={setHolding}
        />
      )}
    </FormDrawer>
  )
}

/** The entity to which the applicant is attached; those with the same ИНН are offered first. */
const EntityChoice = ({ application, ...choice }: { application: ApplicationCard; value: string; onChange: (id: string) => void }) => {
  const { t } = useTranslation("kontor")
  const similar = application.similar.map(({ legal_entity_id }) => legal_entity_id)
  const { inn } = application.requisites
  return (
    <Picker<LegalEntityList>
      id="entity"
      label={t("applications.which")}
      placeholder={t("entities.search")}
      path="/admin/legal-entities"
      {...(similar.length > 0 && inn ? { first: inn } : {})}
      options={({ legal_entities }) =>
        legal_entities.map(({ id, name, inn: number, kpp }) => ({ id, name, note: [number, kpp].filter(Boolean).join(" / ") }))
      }
      {...choice}
    />
  )
}
