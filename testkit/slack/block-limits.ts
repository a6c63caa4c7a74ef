/**
 * Checks drawn blocks and views against a table of Slack's limits, in the form in which such tables
 * are published.
 */
import { z } from "zod";

const max = z.object({ max_length: z.number() });
const items = z.object({ max_items: z.number() });

export const blockLimits = z.object({
  text: max,
  action_id: max,
  block_id: max,
  button: z.object({ text: max, value: max }),
  confirmation: z.object({ title: max, text: max, confirm: max, deny: max }),
  option: z.object({ text: max, value: max, description: max }),
  radio_buttons: z.object({ options: items }),
  checkboxes: z.object({ options: items }),
  select: z.object({ options: items }),
  plain_text_input: z.object({ max_length: z.object({ max: z.number() }) }),
  actions: z.object({ elements: items }),
  context: z.object({ elements: items }),
  data_visualization: z.object({
    title: max,
    series_name: max,
    data: items,
    point_label: max,
    categories: items,
    category_label: max,
    axis_label: max,
  }),
  header: z.object({ text: max }),
  input: z.object({ label: max, hint: max }),
  section: z.object({ text: max }),
  view: z.object({ blocks: items, private_metadata: max, title: max, close: max, submit: max }),
});

export type BlockLimits = z.infer<typeof blockLimits>;

type Found = { readonly path: string; readonly type: string; readonly value: Readonly<Record<string, unknown>> };

/** Every object within that says its type, with where it stands. */
const typedIn = (part: unknown, path: string): readonly Found[] => {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.entries(part).flatMap(([key, value]) => typedIn(value, `${path}.${key}`));
  const own = z.looseObject({ type: z.string() }).safeParse(part);
  return own.success ? [{ path, type: own.data.type, value: own.data }, ...inner] : inner;
};

const text = z.object({ text: z.string().min(1) });
const textUpTo = (length: { readonly max_length: number }) =>
  text.extend({ text: z.string().min(1).max(length.max_length) });
const upTo = (count: { readonly max_items: number }, item: z.ZodType = z.unknown()) =>
  z.array(item).min(1).max(count.max_items);
const short = (length: { readonly max_length: number }) => z.string().max(length.max_length);

const rulesOf = (limits: BlockLimits): Readonly<Record<string, z.ZodType>> => {
  const option = z.object({
    text: textUpTo(limits.option.text),
    value: short(limits.option.value),
    description: textUpTo(limits.option.description).optional(),
  });
  const chart = limits.data_visualization;
  return {
    header: z.object({ text: textUpTo(limits.header.text) }),
    context: z.object({ elements: upTo(limits.context.elements, textUpTo(limits.text)) }),
    actions: z.object({ elements: upTo(limits.actions.elements) }),
    section: z.object({ text: textUpTo(limits.section.text) }),
    button: z.object({
      action_id: short(limits.action_id),
      text: textUpTo(limits.button.text),
      value: short(limits.button.value),
      confirm: z
        .object({
          title: textUpTo(limits.confirmation.title),
          text: textUpTo(limits.confirmation.text),
          confirm: textUpTo(limits.confirmation.confirm),
          deny: textUpTo(limits.confirmation.deny),
        })
        .optional(),
    }),
    rich_text: z.object({ elements: z.array(z.unknown()).min(1) }),
    rich_text_section: z.object({ elements: z.array(z.unknown()).min(1) }),
    rich_text_quote: z.object({ elements: z.array(z.unknown()).min(1) }),
    text: text,
    input: z.object({
      block_id: short(limits.block_id),
      label: textUpTo(limits.input.label),
      hint: textUpTo(limits.input.hint).optional(),
    }),
    radio_buttons: z.object({ options: upTo(limits.radio_buttons.options, option) }),
    checkboxes: z.object({ options: upTo(limits.checkboxes.options, option) }),
    static_select: z.object({ options: upTo(limits.select.options, option) }),
    plain_text_input: z.object({ max_length: z.number().min(1).max(limits.plain_text_input.max_length.max) }),
    data_visualization: z.object({
      title: short(chart.title),
      chart: z.object({
        axis_config: z.object({
          categories: upTo(chart.categories, short(chart.category_label)).refine(
            (all) => new Set(all).size === all.length,
          ),
          y_label: short(chart.axis_label),
        }),
        series: z.array(
          z.object({
            name: short(chart.series_name),
            data: upTo(chart.data, z.object({ label: short(chart.point_label), value: z.number() })),
          }),
        ),
      }),
    }),
    modal: z.object({
      title: textUpTo(limits.view.title),
      submit: textUpTo(limits.view.submit).optional(),
      close: textUpTo(limits.view.close),
      private_metadata: short(limits.view.private_metadata),
      blocks: upTo(limits.view.blocks),
    }),
    home: z.object({ blocks: upTo(limits.view.blocks) }),
  };
};

const messageBlocksMax = 50;

/**
 * What breaks a limit, as `path: message`; empty when everything keeps them. `drawn` is a message's
 * blocks, or a view.
 */
export const violationsIn = (drawn: unknown, limits: BlockLimits): readonly string[] => {
  const rules = rulesOf(limits);
  const broken = typedIn(drawn, "").flatMap(({ path, type, value }) => {
    const checked = rules[type]?.safeParse(value);
    return checked?.success === false
      ? checked.error.issues.map((issue) => `${path} ${type}.${issue.path.join(".")}: ${issue.message}`)
      : [];
  });
  const actionIds = typedIn(drawn, "").flatMap(({ type, value }) => (type === "button" ? [value.action_id] : []));
  return [
    ...broken,
    ...(new Set(actionIds).size === actionIds.length ? [] : ["an action_id stands twice"]),
    ...(Array.isArray(drawn) && drawn.length > messageBlocksMax ? ["more than 50 blocks in a message"] : []),
  ];
};
