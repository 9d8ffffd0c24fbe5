/** Hosts that videos may come from, where the installation names none. */
export const VIDEO_HOSTS = ["rutube.ru", "vkvideo.ru", "vk.com", "youtube.com", "youtu.be", "vimeo.com"]

/** Whether a text is an https link to one of the hosts, or to a name below one: a portal may show it in a frame. */
export function isVideoLink(text: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(text)) {
    return false
  }
  const { protocol, hostname, username, password, port } = new URL(text)
  const isPlain = protocol === "https:" && username === "" && password === "" && port === ""
  return isPlain && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}
