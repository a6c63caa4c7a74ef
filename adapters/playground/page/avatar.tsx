/**
 * A person's initial on their colour, or the workshop's sign. The name always stands beside it, so
 * it says nothing to screen readers.
 */
import type { JSX } from "preact";
import type { Person } from "../protocol.ts";

export const Avatar = ({ person }: { readonly person: Person | undefined }): JSX.Element =>
  person === undefined ? (
    <img class="avatar" src="/logo.svg" alt="" />
  ) : (
    <span class={`avatar colour-${person.colour % 6}`} aria-hidden="true">
      {[...person.name][0]}
    </span>
  );
