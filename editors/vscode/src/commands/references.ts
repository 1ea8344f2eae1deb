import { commands, Location, Position, Range, Uri } from "vscode";

/** A position, as the server sends it. */
interface Point {
  readonly line: number;
  readonly character: number;
}

/** A place in a file, as the server sends it. */
interface Place {
  readonly uri: string;
  readonly range: { readonly start: Point; readonly end: Point };
}

/** Show where a source is cited: what the words above its entry lead to. */
export async function showReferences(
  uri: string,
  at: Point,
  places: readonly Place[],
): Promise<void> {
  await commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(uri),
    position(at),
    places.map(location),
  );
}

function location({ uri, range }: Place): Location {
  const shown = new Range(position(range.start), position(range.end));
  return new Location(Uri.parse(uri), shown);
}

function position({ line, character }: Point): Position {
  return new Position(line, character);
}
