/**
 * Consent: a proposal is carried when nobody objects. Who stands aside neither carries nor stops
 * it.
 */

export const stances = ["consent", "stand-aside", "object"] as const;
export type Stance = (typeof stances)[number];

export type Consent = Readonly<Record<Stance, number>> & {
  /** Undefined while nobody consents or objects: silence carries nothing. */
  readonly carried: boolean | undefined;
};

/**
 * Counts stances and says whether the proposal is carried: it is when somebody consents and nobody
 * objects ("consent governs policy decision-making"; G. Endenburg, "Sociocracy: The organization of
 * decision-making", Eburon, 1998). One objection stops it, however many consent, so a further
 * consent never changes the outcome of a proposal that somebody objects to.
 *
 * @example
 * consentOf(["consent", "stand-aside"]).carried; // true
 */
export const consentOf = (answers: readonly Stance[]): Consent => {
  const count = (stance: Stance): number => answers.filter((answer) => answer === stance).length;
  const [consent, aside, object] = [count("consent"), count("stand-aside"), count("object")];
  const decided = consent + object > 0;
  return { consent, "stand-aside": aside, object, carried: decided ? object === 0 : undefined };
};
