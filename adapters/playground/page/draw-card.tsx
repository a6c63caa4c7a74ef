/** Draws a card's blocks, from the same data that Slack and Teams get. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Block, Button, Card } from "../../../src/cards/card.ts";
import { translatorFor } from "../../../src/i18n/translator.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { ChartView } from "./draw-chart.tsx";
import { FlowView } from "./draw-flow.tsx";
import { TextView } from "./draw-text.tsx";
import { pageContext, usePage } from "./page-context.ts";
import { Scrollable } from "./scrollable.tsx";

type Where = { readonly thread: string | null };

type CardProps = Where & {
  readonly card: Card;
  /** Its title alone, the rest folded behind these words. */
  readonly fold?: string;
};

/** All of a card speaks one language, its dates too. */
export const CardView = ({ card, thread, fold }: CardProps): JSX.Element => {
  const page = usePage();
  const blocks = card.blocks.map((block, index) => <BlockView key={index} block={block} thread={thread} />);
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

export const BlockView = ({ block, thread }: Where & { readonly block: Block }): JSX.Element => {
  switch (block.type) {
    case "heading":
      return (
        <h4>
          <TextView text={block.text} />
        </h4>
      );
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
    case "chart":
      return <ChartView chart={block.chart} />;
    case "flow":
      return <FlowView flow={block.flow} />;
    case "table":
      return <TableView block={block} />;
    case "buttons":
      return (
        <div class="buttons">
          {block.buttons.map((button) => (
            <ButtonView key={button.label} button={button} thread={thread} />
          ))}
        </div>
      );
    case "divider":
      return <hr />;
    default:
      return block satisfies never;
  }
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
  <Scrollable class="table" label={block.columns.join(", ")}>
    <table>
      <thead>
        <tr>
          {block.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
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

const ButtonView = ({ button, thread }: Where & { readonly button: Button }): JSX.Element => {
  const { press } = usePage();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const act = async (): Promise<void> => {
    setAsking(false);
    setBusy(true);
    await press(button.action, thread);
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
