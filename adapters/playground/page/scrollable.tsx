/** A box that may be wider than its place: then it takes the focus, so that keys move it. */
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

type Props = { readonly class: string; readonly label: string; readonly children: ComponentChildren };

export const Scrollable = ({ class: name, label, children }: Props): JSX.Element => {
  const box = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measured = new ResizeObserver(() => setOver(element.scrollWidth > element.clientWidth + 1));
    measured.observe(element);
    return () => measured.disconnect();
  }, []);
  const reachable = over ? ({ role: "region", "aria-label": label, tabIndex: 0 } as const) : {};
  return (
    <div ref={box} class={over ? `${name} scrolls` : name} {...reachable}>
      {children}
    </div>
  );
};
