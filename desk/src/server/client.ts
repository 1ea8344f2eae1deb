/** Requests to the desk's server: the token, JSON, and errors that people can read. */

import type { ErrorDetails } from "./contract";

/** The server said no; `answer` has whatever else it said, such as a newer version. */
export class ServerError extends Error {
  constructor(
    readonly status: number,
    readonly details: ErrorDetails,
    readonly answer: unknown,
  ) {
    super(details.message);
  }
}

/** The server did not answer at all. */
export class ConnectionLost extends Error {}

type Query = Record<string, string | number | boolean | string[] | undefined>;

/** What identifies this tab in the server's events. */
export const TAB = crypto.randomUUID();

const TOKEN = tokenOfAddress();

/** The token is in the address only until it is read, so that it isn't copied along. */
function tokenOfAddress(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given !== null) {
    sessionStorage.setItem("token", given);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return sessionStorage.getItem("token") ?? "";
}

export function get<T>(path: string, query: Query = {}): Promise<T> {
  return asked(path, query, {}).then((answer) => answer.json() as Promise<T>);
}

export function post<T>(path: string, body: object = {}): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  return asked(path, {}, request).then((answer) => answer.json() as Promise<T>);
}

/** Send a file's octets. */
export function send<T>(path: string, query: Query, file: Blob): Promise<T> {
  const headers = { "Content-Type": "application/octet-stream" };
  const request = { method: "POST", headers, body: file };
  return asked(path, query, request).then((answer) => answer.json() as Promise<T>);
}

/** Ask, and return the whole answer: a file, or a stream of events. */
export async function asked(
  path: string,
  query: Query,
  request: RequestInit,
): Promise<Response> {
  const headers = { ...request.headers, Authorization: `Bearer ${TOKEN}` };
  const answer = await fetch(addressOf(path, query), { ...request, headers }).catch(
    (reason: unknown) => {
      if (request.signal?.aborted) throw reason;
      throw new ConnectionLost(String(reason));
    },
  );
  if (!answer.ok) throw await errorOf(answer);
  return answer;
}

function addressOf(path: string, query: Query): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      words.append(name, String(one));
    }
  }
  return words.size > 0 ? `/api/${path}?${words}` : `/api/${path}`;
}

async function errorOf(answer: Response): Promise<ServerError> {
  const said: unknown = await answer.json().catch(() => ({}));
  const details = (said as { error?: ErrorDetails }).error;
  const unnamed = { kind: "unknown", message: `${answer.status} ${answer.statusText}` };
  return new ServerError(answer.status, details ?? unnamed, said);
}
