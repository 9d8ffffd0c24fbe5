import { useParams } from "react-router-dom"
import { ApplicationFiles } from "../../../components/applications/files"
import { ApplicationHead } from "../../../components/applications/head"
import { ApplicationHistory } from "../../../components/applications/history"
import { ApplicationRequisites } from "../../../components/applications/requisites"
import { SimilarEntities } from "../../../components/applications/similar"
import { ErrorText } from "../../../components/error-text"
import type { ApplicationCard } from "../../../lib/application-types"
import { useAnswer } from "../../../lib/use-answer"

const Application = () => {
  const { id = "" } = useParams()
  const { data, error } = useAnswer<{ application: ApplicationCard }>(`/admin/applications/${id}`)
  if (!data) {
    return <ErrorText error={error} />
  }
  const { application } = data
  return (
    <div className="flex flex-col gap-y-3">
      <ApplicationHead application={application} />
      <ApplicationRequisites application={application} />
      <SimilarEntities similar={application.similar} />
      <ApplicationFiles applicationId={application.id} files={application.files} />
      <ApplicationHistory events={application.events} />
    </div>
  )
}

export default Application
