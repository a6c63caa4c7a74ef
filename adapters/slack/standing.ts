/**
 * What a person is to a workspace: one of its own, its guest, or somebody of another organisation
 * in a channel that both share; and who of them may take part.
 */

export type Standing = "member" | "guest" | "external";

/** Whether who isn't a member may take part. */
export type Admission = Readonly<Record<Exclude<Standing, "member">, "allow" | "refuse">>;

/** What Slack says of a person, as far as it matters here. */
export type Described = {
  readonly team_id?: string | undefined;
  readonly is_stranger?: boolean | undefined;
  readonly is_restricted?: boolean | undefined;
  readonly is_ultra_restricted?: boolean | undefined;
  readonly enterprise_user?: { readonly enterprise_id?: string | undefined };
};

/** The workspace's own team, and the organisation it belongs to. */
export type Home = { readonly team: string | undefined; readonly enterprise: string | undefined };

export const standingOf = (person: Described, home: Home): Standing => {
  if (person.is_stranger || isElsewhere(person, home)) return "external";
  return person.is_restricted || person.is_ultra_restricted ? "guest" : "member";
};

/** What a payload alone tells: that somebody is of another organisation, and nothing else. */
export const standingByTeam = (team: string | undefined, home: Home): Standing | undefined =>
  home.enterprise === undefined && isElsewhere({ team_id: team }, home) ? "external" : undefined;

/** In an organisation of several workspaces, people of each keep the team they come from. */
const isElsewhere = ({ team_id: team, enterprise_user: user }: Described, { team: own, enterprise }: Home): boolean => {
  if (team === undefined || team === own || team === enterprise) return false;
  return enterprise === undefined || user?.enterprise_id !== enterprise;
};

export const everybody: Admission = { guest: "allow", external: "allow" };

export const mayTakePart = (admission: Admission, standing: Standing): boolean =>
  standing === "member" || admission[standing] === "allow";
