/** Which database an address means. */

export type Address =
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "postgres"; readonly url: string }
  /**
   * Says what was expected. A wrong address may hold a password, so no more than its beginning is
   * repeated.
   */
  | { readonly type: "wrong"; readonly why: string };

/** Understands `file:…` and `postgres://…`. */
export const parseAddress = (url: string): Address => {
  if (url.startsWith("file:")) return { type: "file", path: url.slice("file:".length) };
  if (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)) return { type: "postgres", url };
  const found = url.includes(":") ? `${url.split(":")[0]}:…` : "no address";
  return {
    type: "wrong",
    why: `expected file:… (a path such as file:./data/workshop.db) or postgres://user:password@host/database, found ${found}`,
  };
};
