/** The server's events, read by fetch, because EventSource can't send the token. */

import { asked } from "./client";

export interface ServerEvent {
  name: string;
  data: unknown;
}

/** Read events until the stream ends or breaks, or `signal` ends it. */
export async function readEvents(
  signal: AbortSignal,
  opened: () => void,
  receive: (event: ServerEvent) => void,
): Promise<void> {
  const answer = await asked("events", {}, { signal });
  if (answer.body === null) return;
  opened();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const event of blocks.map(eventOf)) if (event) receive(event);
  }
}

/** Read one block of lines; comments and blocks without data are not events. */
export function eventOf(block: string): ServerEvent | null {
  let name = "message";
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith("event:")) name = line.slice(6).trim();
    if (line.startsWith("data:")) data.push(line.slice(5));
  }
  return data.length > 0 ? { name, data: JSON.parse(data.join("\n")) } : null;
}
