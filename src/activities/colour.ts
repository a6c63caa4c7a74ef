/** The colours that a pack may name, as the series colours of charts; the same approach keeps its colour everywhere. */
import { z } from "zod";

const names = ["green", "blue", "orange", "red", "purple", "teal"] as const;

export const colourName = z.enum(names);
type ColourName = z.infer<typeof colourName>;

/** The series colour of a bar; what has no colour of its own takes the last one. */
export const seriesColour = (name: ColourName | undefined): number => names.indexOf(name ?? "teal");
