/**
 * A chart as a picture of its own, for a slide or a mail: drawn anew at one width, in the light and
 * the colours that it is looked at in, and copied; or saved, where the browser copies no pictures.
 */
import { type Chart, spanOf } from "../../../src/cards/chart.ts";

/** Pixels; drawn twice as large, for sharp text. */
const width = 840;
const margin = 32;
const inner = width - 2 * margin;
const head = 76;
const rowHeight = 58;
const sharpness = 2;

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`).replace(/\p{Cc}/gu, " ");

/** The computed colours of the page, by what they are for. */
type Ink = { readonly ground: string; readonly ink: string; readonly track: string; readonly font: string };

/** An SVG document. `fills` are the bars' colours, in their order. */
const chartPicture = (
  { title, scale, bars }: Chart,
  { ground, ink, track, font }: Ink,
  fills: readonly string[],
): string => {
  const height = head + bars.length * rowHeight + margin / 2;
  const rows = bars.map(({ label, figure, mark, value, muted }, index) => {
    const { start, end } = spanOf(scale, value);
    const words = `${mark === undefined || muted ? "" : "★ "}${label}${mark === undefined ? "" : ` · ${mark}`}`;
    return `<g transform="translate(${margin} ${head + index * rowHeight})">
<text y="16">${escapeXml(words)}</text>
<text x="${inner}" y="16" text-anchor="end" font-weight="600">${escapeXml(figure)}</text>
<rect y="26" width="${inner}" height="14" rx="7" fill="${track}"/>
<rect x="${start * inner}" y="26" width="${(end - start) * inner}" height="14" rx="7" fill="${fills[index] ?? ink}"/>
</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${ground}"/>
<g font-family="${escapeXml(font)}" font-size="17" fill="${ink}">
<text x="${margin}" y="46" font-size="21" font-weight="600">${escapeXml(title)}</text>
${rows.join("\n")}
</g>
</svg>`;
};

/** Copies the picture of a chart that stands on the page; answers how it went. */
export const copyChart = async (figure: Element, chart: Chart): Promise<"copied" | "saved"> => {
  const fillOf = (element: Element | null): string => (element === null ? "" : getComputedStyle(element).fill);
  const { color, fontFamily } = getComputedStyle(figure);
  const ground = getComputedStyle(document.body).backgroundColor;
  const rows = [...figure.querySelectorAll(".bar-row")];
  const track = fillOf(figure.querySelector(".bar-track"));
  const fills = rows.map((row) => fillOf(row.querySelector(".bar") ?? row.querySelector(".bar-track")));
  const picture = await paint(chartPicture(chart, { ground, ink: color, track, font: fontFamily }, fills));
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    return "copied";
  } catch {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(picture);
    link.download = `${chart.title}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
    return "saved";
  }
};

const paint = async (svg: string): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * sharpness;
  canvas.height = image.height * sharpness;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error("The picture can't be drawn")) : resolve(blob))),
  );
};
