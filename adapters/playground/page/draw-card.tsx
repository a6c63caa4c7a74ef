/** Draws a card's blocks, from the same data that Slack and Teams get. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Block, Button, Card } from "../../../src/cards/card.ts";
import { translatorFor } from "../../../src/i18n/translator.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { ChartView } from "./draw-chart.tsx";
import { FlowView } from "./draw-flow.tsx";
import { LineView } from "./draw-line.tsx";
import { TextView } from "./draw-text.tsx";
import { pageContext, usePage } from "./page-context.ts";
import { Scrollable } from "./scrollable.tsx";
import type { Spot } from "./use-told.ts";

type Where = { readonly spot: Spot };

type CardProps = Where & {
  readonly card: Card;
  /** Its title alone, the rest folded behind these words. */
  readonly fold?: string;
};

/** All of a card speaks one language, its dates too. */
export const CardView = ({ card, spot, fold }: CardProps): JSX.Element => {
  const page = usePage();
  const blocks = rowsOf(card.blocks).map((row, index) => {
    const drawn = row.map((block, place) => <BlockView key={place} block={block} spot={spot} />);
    return row.length === 1 ? (
      drawn
    ) : (
      <div key={index} class="entry">
        {drawn}
      </div>
    );
  });
  const t = card.language === undefined ? page.t : translatorFor(card.language, page.t.address);
  return (
    <pageContext.Provider value={{ ...page, t }}>
      <div class="card">
        <h3>
          <TextView text={card.title} />
        </h3>
        {fold === undefined ? (
          blocks
        ) : (
          <details class="fold">
            <summary>{fold}</summary>
            {blocks}
          </details>
        )}
      </div>
    </pageContext.Provider>
  );
};

/** From so many on, lines with a button each are a list, whose buttons stand beside their lines. */
const entriesMin = 3;

const isEntry = (block: Block, next: Block | undefined): boolean =>
  block.type === "paragraph" && next?.type === "buttons" && next.buttons.length <= 2;

const rowsOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const entries = blocks.filter((block, index) => isEntry(block, blocks[index + 1])).length;
  if (entries < entriesMin) return blocks.map((block) => [block]);
  return blocks.flatMap((block, index): readonly (readonly Block[])[] => {
    const [before, next] = [blocks[index - 1], blocks[index + 1]];
    if (before !== undefined && isEntry(before, block)) return [];
    return [isEntry(block, next) && next !== undefined ? [block, next] : [block]];
  });
};

export const BlockView = ({ block, spot }: Where & { readonly block: Block }): JSX.Element => {
  switch (block.type) {
    case "heading":
      return <HeadingView block={block} />;
    case "paragraph":
      return (
        <p>
          <TextView text={block.text} />
        </p>
      );
    case "note":
      return (
        <p class="note">
          <TextView text={block.text} />
        </p>
      );
    case "facts":
      return <FactsView block={block} />;
    case "list":
      return <ListView block={block} />;
    case "quote":
      return (
        <blockquote>
          <TextView text={block.text} />
          {block.by !== undefined && (
            <footer>
              <TextView text={block.by} />
            </footer>
          )}
        </blockquote>
      );
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "chart":
      return <ChartView chart={block.chart} />;
    case "line":
      return <LineView line={block.line} />;
    case "flow":
      return <FlowView flow={block.flow} />;
    case "table":
      return <TableView block={block} />;
    case "buttons":
      return (
        <div class="buttons">
          {block.buttons.map((button) => (
            <ButtonView key={button.label} button={button} spot={spot} />
          ))}
        </div>
      );
    case "divider":
      return <hr />;
    default:
      return block satisfies never;
  }
};

const HeadingView = ({ block }: { readonly block: Block & { type: "heading" } }): JSX.Element => {
  const { heading: Heading } = usePage();
  return (
    <Heading class="heading">
      <TextView text={block.text} />
    </Heading>
  );
};

const FactsView = ({ block }: { readonly block: Block & { type: "facts" } }): JSX.Element => (
  <dl class="facts">
    {block.facts.map(({ label, values }) => (
      <div key={label}>
        <dt>{label}</dt>
        {values.map((value, index) => (
          <dd key={index}>
            <TextView text={value} />
          </dd>
        ))}
      </div>
    ))}
  </dl>
);

const ListView = ({ block }: { readonly block: Block & { type: "list" } }): JSX.Element => {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <TextView text={item} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
};

const TableView = ({ block }: { readonly block: Block & { type: "table" } }): JSX.Element => (
  <Scrollable class="table" label={block.columns.filter(Boolean).join(", ")}>
    <table>
      <thead>
        <tr>
          {block.columns.map((column) =>
            column === "" ? (
              <td key={column} />
            ) : (
              <th key={column} scope="col">
                {column}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, place) => (
              <td key={place} data-column={block.columns[place]}>
                <TextView text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scrollable>
);

const ButtonView = ({ button, spot }: Where & { readonly button: Button }): JSX.Element => {
  const { press } = usePage();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const act = async (): Promise<void> => {
    setAsking(false);
    setBusy(true);
    await press(button.action, spot);
    setBusy(false);
  };
  const start = (): void => (button.confirm === undefined ? void act() : setAsking(true));
  return (
    <>
      <button type="button" class={`button ${button.style ?? ""}`} disabled={busy} aria-busy={busy} onClick={start}>
        {button.label}
      </button>
      {asking && button.confirm !== undefined && (
        <ConfirmDialog confirm={button.confirm} yes={act} no={() => setAsking(false)} />
      )}
    </>
  );
};
