/**
 * What may be depended on, judged by the lock file alone, so that it is judged without a network.
 */
import { z } from "zod";

/** Licences that let everybody use and pass on what is built with them. */
const licences = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "PSF-2.0"];

/** Those that ask for more, each with why it is taken all the same. */
const licencesOf: Readonly<Record<string, readonly string[]>> = {
  // Its own files stay open when they are changed; nothing else is asked of what uses it.
  "MPL-2.0": ["@axe-core/", "@resvg/", "axe-core", "lightningcss"],
  // A font may be used and passed on with anything, only not sold by itself.
  "OFL-1.1": ["@fontsource/"],
};

/** Second versions of what is named in package.json, which others bring along: name, version. */
const besides: Readonly<Record<string, readonly string[]>> = {
  "@types/ws": ["6.0.4"],
  adaptivecards: ["1.2.3"],
  commander: ["14.0.3"],
  ws: ["7.5.14"],
  zod: ["3.25.76"],
};

const named = z.record(z.string(), z.string()).default({});

const manifestSchema = z.object({
  dependencies: named,
  devDependencies: named,
  /** Whether a package may run a script when it is installed. */
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      deprecated: z.string().optional(),
      hasInstallScript: z.boolean().default(false),
      dependencies: named,
      devDependencies: named,
    }),
  ),
});

type Installed = z.infer<typeof lockSchema>["packages"][string] & { readonly name: string };

/**
 * What is wrong with the dependencies, a line each; both files untrusted.
 *
 * @example
 * dependencyMistakes(JSON.parse(packageJson), JSON.parse(packageLock)); // ["left-pad 1.3.0 is
 * deprecated: …"]
 */
export const dependencyMistakes = (packageJson: unknown, packageLock: unknown): readonly string[] => {
  const manifest = manifestSchema.parse(packageJson);
  const { packages } = lockSchema.parse(packageLock);
  const installed = Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, one]): Installed => ({ ...one, name: path.slice(path.lastIndexOf("node_modules/") + 13) }));
  const direct = { ...manifest.dependencies, ...manifest.devDependencies };
  return [
    ...installed.flatMap((one) => [...licenceMistakes(one), ...ownMistakes(one, manifest.allowScripts)]),
    ...Object.entries(direct).flatMap(([name, wanted]) => versionMistakes(name, wanted, installed)),
    ...staleMistakes(direct, packages[""]),
  ];
};

const licenceMistakes = ({ name, version = "", license = "" }: Installed): readonly string[] => {
  const choices = license.replaceAll(/[()]/g, "").split(" OR ");
  const taken = choices.some(
    (one) => licences.includes(one) || (licencesOf[one] ?? []).some((prefix) => name.startsWith(prefix)),
  );
  return taken ? [] : [`${name} ${version} has the licence “${license}”, which isn't on the list`];
};

const ownMistakes = (
  { name, version = "", deprecated, hasInstallScript }: Installed,
  allowScripts: Readonly<Record<string, boolean>>,
): readonly string[] => [
  ...(deprecated === undefined ? [] : [`${name} ${version} is deprecated: ${deprecated}`]),
  ...(hasInstallScript && !(name in allowScripts)
    ? [`${name} ${version} has an install script; say in allowScripts whether it may run`]
    : []),
];

const versionMistakes = (name: string, wanted: string, installed: readonly Installed[]): readonly string[] => {
  const versions = new Set(installed.filter((one) => one.name === name).map(({ version }) => version ?? ""));
  const known = besides[name] ?? [];
  return [
    ...(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted) ? [] : [`${name} is asked for as “${wanted}”, not as one version`]),
    ...[...versions]
      .filter((version) => version !== wanted && !known.includes(version))
      .map((version) => `${name} is there as ${version} beside ${wanted}`),
    ...known.filter((version) => !versions.has(version)).map((version) => `${name} ${version} is no longer there`),
  ];
};

/** The lock file says for itself what it was made for. */
const staleMistakes = (
  direct: Readonly<Record<string, string>>,
  root: Omit<Installed, "name"> | undefined,
): readonly string[] => {
  const locked: Readonly<Record<string, string>> = { ...root?.dependencies, ...root?.devDependencies };
  const names = new Set([...Object.keys(direct), ...Object.keys(locked)]);
  return [...names]
    .filter((name) => direct[name] !== locked[name])
    .map((name) => `${name} isn't in package-lock.json as package.json asks for it; run npm install`);
};
