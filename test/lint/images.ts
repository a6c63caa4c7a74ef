/**
 * Which images a build rests on, judged by the files that name them: each by its digest, or by a
 * version that whoever builds can replace by one.
 */

/**
 * What is wrong with the images that a Dockerfile or a compose file names, a line each. Right are
 * `name@sha256:…`, and a variable whose default is such a one or an exact version.
 *
 * @example
 * imageMistakes("Dockerfile", "FROM node:latest"); // ["Dockerfile: node:latest is neither …"]
 */
export const imageMistakes = (file: string, text: string): readonly string[] => {
  const stages = [...text.matchAll(/^FROM\s+\S+\s+AS\s+(\S+)/gim)].map(([, name = ""]) => name);
  const named = [...text.matchAll(/^FROM\s+(\S+)|^\s*image:\s*(\S+)|^COPY\s+--from=(\S+)/gim)]
    .map(([, from, image, copied]) => from ?? image ?? copied ?? "")
    .filter((name) => !stages.includes(name));
  return named
    .filter((name) => !isFixed(name, text))
    .map((name) => `${file}: ${name} is neither a digest nor a variable with an exact version as its default`);
};

const digest = /^[\w./:-]+@sha256:[0-9a-f]{64}$/;
const exact = /^[\w./-]+:\d+\.\d+(\.\d+)?(-[\w.]+)?$/;

const isFixed = (name: string, text: string): boolean => {
  if (digest.test(name)) return true;
  const [, variable, inPlace] = /^\$\{(\w+)(?::-([^}]+))?\}$/.exec(name) ?? [];
  const fallback = inPlace ?? new RegExp(`^ARG ${variable}=(\\S+)$`, "m").exec(text)?.[1];
  return variable !== undefined && fallback !== undefined && (digest.test(fallback) || exact.test(fallback));
};
