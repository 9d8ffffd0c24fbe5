/** The part of the test runner's client that signing in needs. */
interface Client {
  post(url: string, body: unknown): Promise<{ data: { token: string } }>
}

/** Signs an employee in over HTTP and gives the headers of his requests. */
export async function dealerSession(
  api: Client,
  storefront: { headers: Record<string, string> },
  employee: { email: string; password: string }
): Promise<{ headers: Record<string, string> }> {
  const { data } = await api.post("/auth/customer/emailpass", { email: employee.email, password: employee.password })
  return { headers: { ...storefront.headers, authorization: `Bearer ${data.token}` } }
}
