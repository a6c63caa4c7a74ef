/** Files in Teams: offered to one person, uploaded where they accept it, and nowhere else. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { makeFiles } from "../../adapters/teams/files.ts";

const file = {
  name: "decision.md",
  title: "Which?",
  mediaType: "text/markdown",
  bytes: new TextEncoder().encode("# Which?"),
};
const place = "https://contoso-my.sharepoint.com/personal/ann/upload";

const open = () => {
  const uploads: (readonly [url: string, range: string | null, body: string])[] = [];
  const files = makeFiles(async (url, request) => {
    const asked = new Request(url, request);
    uploads.push([asked.url, asked.headers.get("content-range"), await asked.text()]);
    return new Response(null, { status: 201 });
  });
  const offered = z
    .object({
      attachments: z.tuple([z.object({ content: z.object({ acceptContext: z.unknown(), sizeInBytes: z.number() }) })]),
    })
    .parse(files.offer("29:ann", file)).attachments[0].content;
  const accept = (person: string, uploadUrl = place) =>
    files.take(person, {
      type: "fileUpload",
      action: "accept",
      context: offered.acceptContext,
      uploadInfo: { uploadUrl, contentUrl: place, name: file.name, uniqueId: "1", fileType: "md" },
    });
  return { uploads, files, offered, accept };
};

test("what is accepted is uploaded whole, once, and shown as it lies there", async () => {
  const { uploads, offered, accept } = open();
  expect(offered.sizeInBytes).toBe(8);
  expect(await accept("29:ann")).toMatchObject({
    type: "uploaded",
    message: { attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.info", contentUrl: place }] },
  });
  expect(uploads).toEqual([[place, "bytes 0-7/8", "# Which?"]]);
  expect(await accept("29:ann")).toEqual({ type: "lost" });
  expect(uploads).toHaveLength(1);
});

test("what is declined is kept no longer", async () => {
  const { files, offered, accept, uploads } = open();
  expect(await files.take("29:ann", { action: "decline", context: offered.acceptContext })).toEqual({
    type: "declined",
  });
  expect(await accept("29:ann")).toEqual({ type: "lost" });
  expect(uploads).toEqual([]);
});

describe("nothing is uploaded", () => {
  test.each([
    "http://contoso-my.sharepoint.com/x",
    "https://169.254.169.254/latest",
    "https://sharepoint.com.evil.example/x",
    "https://evilsharepoint.com/x",
    "file:///etc/passwd",
  ])("to %s", async (url) => {
    const { accept, uploads } = open();
    expect(await accept("29:ann", url)).toEqual({ type: "lost" });
    expect(uploads).toEqual([]);
  });

  test("of somebody else's, or for nonsense", async () => {
    const { accept, files, uploads } = open();
    expect(await accept("29:eve")).toEqual({ type: "lost" });
    for (const nonsense of [undefined, null, 3, "x", {}, { action: "accept", context: { file: "other" } }])
      expect(await files.take("29:ann", nonsense)).toEqual({ type: "lost" });
    expect(uploads).toEqual([]);
  });
});
