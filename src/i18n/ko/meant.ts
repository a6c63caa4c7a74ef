/** Asks whether one of the nearest words was meant, else says what is said otherwise. */
export const meant = (nearest: readonly string[], otherwise: string): string =>
  nearest.length === 0 ? otherwise : `혹시 이것을 찾으셨나요? ${nearest.join(", ")}`;
