/** What is known of a record whose parts may be absent. */

type Present<Found> = { [Key in keyof Found]?: NonNullable<Found[Key]> };

/**
 * The record without the keys that hold nothing: for records whose keys are counted or listed, and
 * for libraries that refuse a key without a value.
 *
 * @example
 * present({ text: text === "" ? say.required : undefined }); // {} where there is a text
 */
export const present = <Found extends object>(found: Found): Present<Found> => {
  const kept: Present<Found> = {};
  for (const key in found) {
    const value = found[key];
    if (value != null) kept[key] = value;
  }
  return kept;
};
