/** When two texts that people typed say the same. */

/**
 * The text as it is compared: in one Unicode form (NFC), without spaces around it, and with
 * capitals like small letters, `ß` like `SS` too.
 *
 * @example
 * foldText(" Straße ") === foldText("STRASSE"); // true
 */
export const foldText = (text: string): string =>
  text.normalize("NFC").trim().toUpperCase().toLowerCase().normalize("NFC");
