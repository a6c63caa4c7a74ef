/**
 * Where the bot may send what it knows: the hosts of Teams' connector, and a loopback connector in
 * local use.
 */

/**
 * The hosts that stand in the service URLs of Teams, each with where Microsoft publishes it. A name
 * that begins with a dot means every host below it. Never all of `trafficmanager.net`, where anyone
 * can register a name.
 */
export const teamsHosts: readonly { readonly host: string; readonly source: string }[] = [
  // All regions of the public cloud and the three US government clouds: Microsoft 365 Agents SDK,
  // `TeamsServiceEndpoints`;
  // learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
  { host: "smba.trafficmanager.net", source: "TeamsServiceEndpoints.publicGlobal" },
  { host: "smba.infra.gcc.teams.microsoft.com", source: "TeamsServiceEndpoints.gcc" },
  { host: "smba.infra.gov.teams.microsoft.us", source: "TeamsServiceEndpoints.gccHigh" },
  { host: "smba.infra.dod.teams.microsoft.us", source: "TeamsServiceEndpoints.dod" },
  // The zones these lie in: learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges
  // (and its US government pages)
  { host: ".teams.microsoft.com", source: "Microsoft 365 URLs and IP address ranges, id 12" },
  { host: ".teams.microsoft.us", source: "Microsoft 365 US government GCC High and DoD endpoints" },
  // The connector's own zones:
  // learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
  { host: ".botframework.com", source: "Bot Connector authentication" },
  { host: ".botframework.us", source: "Bot Connector authentication, US government" },
  { host: ".botframework.azure.us", source: "Bot Connector authentication, US government" },
];

/**
 * Whether it is an https address of Teams, or one of the trusted hosts (`name` or `name:port`),
 * which may speak http.
 */
export const isTeamsService = (address: string, trusted: readonly string[]): boolean => {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (trusted.includes(url.host)) return url.protocol === "https:" || url.protocol === "http:";
  return url.protocol === "https:" && url.port === "" && teamsHosts.some(({ host }) => isUnder(url.hostname, host));
};

const isUnder = (name: string, host: string): boolean => (host.startsWith(".") ? name.endsWith(host) : name === host);

/** Whether it is an http address on this machine, as local tools have it. */
export const isLocalService = (address: string): boolean => {
  const url = URL.parse(address);
  return url?.protocol === "http:" && isLoopbackName(url.hostname);
};

/** Whether a host's name or literal address means this machine. */
export const isLoopbackName = (name: string): boolean =>
  name === "localhost" || name === "[::1]" || isLoopbackIp4(name);

/**
 * Whether a socket's address is this machine's own. A socket without one (a Unix socket, a closed
 * one) is not.
 */
export const isLoopbackAddress = (address: string | undefined): boolean =>
  address === "::1" || isLoopbackIp4((address ?? "").replace(/^::ffff:/, ""));

const isLoopbackIp4 = (address: string): boolean => /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);
