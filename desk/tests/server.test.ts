import { expect, test, vi } from "vitest";

// The modules read the token from the address as they are loaded.
vi.stubGlobal("location", { hash: "", pathname: "/", search: "" });
vi.stubGlobal("sessionStorage", { getItem: () => null });
const { eventOf } = await import("../src/server/events");
const { fileName } = await import("../src/page/file_name");

test("an event has a name and data", () => {
  expect(eventOf('event: saved\ndata: {"version": 3}')).toEqual({
    name: "saved",
    data: { version: 3 },
  });
});

test("a comment that keeps the stream alive is not an event", () => {
  expect(eventOf(": alive")).toBeNull();
});

test.each([
  ['attachment; filename="essay.docx"', "essay.docx"],
  ["attachment; filename*=UTF-8''%C3%9Cber%20Salz.pdf", "Über Salz.pdf"],
  [`attachment; filename="x.pdf"; filename*=UTF-8''%E2%82%AC.pdf`, "€.pdf"],
  ["inline", null],
])("%s names the file", (disposition, name) => {
  expect(fileName(disposition)).toBe(name);
});
