import { MedusaService } from "@medusajs/framework/utils"
import { ContentFile, ContentRequest } from "./models"
import { VIDEO_HOSTS } from "./rules/video-link"

export interface ContentModuleOptions {
  /** Hosts that links to videos may lead to, names below them included. */
  video_hosts?: string[]
}

/**
 * What the supplier tells its dealers: news, answers, pages, banners, polls, materials. Items and votes are read and written as sets, across
 * modules, by `src/database/content`; files and requests are plain rows.
 */
export default class ContentModuleService extends MedusaService({ ContentFile, ContentRequest }) {
  readonly videoHosts: readonly string[]

  constructor(cradle: Record<string, unknown>, options: ContentModuleOptions = {}) {
    super(cradle, options)
    this.videoHosts = options.video_hosts?.length ? options.video_hosts : VIDEO_HOSTS
  }
}
