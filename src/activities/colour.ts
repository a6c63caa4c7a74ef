/**
 * The colours that a pack may name, as the series colours of charts; the same approach keeps its
 * colour everywhere.
 */
import { z } from "zod";

const names = ["green", "blue", "orange", "red", "purple", "teal"] as const;

export const colourName = z.enum(names);
type ColourName = z.infer<typeof colourName>;

/** The series colour that a name stands for; what has none of its own has none in charts. */
export const seriesColour = (name: ColourName | undefined): number | undefined =>
  name === undefined ? undefined : names.indexOf(name);
