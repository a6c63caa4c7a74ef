/** Draws the options of a choice: as a list, side by side as chips, or folded by their groups. */
import type { JSX } from "preact";
import type { Field, FieldOption } from "../../../src/cards/form.ts";
import type { FieldProps } from "./field-props.ts";

type Props = FieldProps & { readonly field: Field & { readonly type: "choice" }; readonly id: string };

export const ChoiceInput = (props: Props): JSX.Element => {
  const { options } = props.field;
  const groups = [...new Map(options.flatMap(({ group }) => (group === undefined ? [] : [[group.title, group]])))];
  if (groups.length === 0) return <Options {...props} options={options} />;
  return (
    <>
      {groups.map(([title, group], index) => {
        const own = options.filter((option) => option.group?.title === title);
        const holds = own.some((option) => option.id === props.value);
        return (
          <details key={title} class="group" name={props.id} open={holds || (index === 0 && !props.value)}>
            <summary>
              {title}
              <small>{group.about}</small>
            </summary>
            <Options {...props} options={own} />
          </details>
        );
      })}
    </>
  );
};

const Options = ({
  options,
  value,
  mistake,
  change,
  id,
}: Props & { readonly options: readonly FieldOption[] }): JSX.Element => (
  <>
    {options.map((option) => (
      <label key={option.id} class="option">
        <input
          type="radio"
          name={`${id}-option`}
          value={option.id}
          checked={value === option.id}
          aria-invalid={mistake !== undefined}
          onChange={() => change(option.id)}
        />
        <span>
          {option.label}
          {option.description !== undefined && option.description !== option.id && <small>{option.description}</small>}
        </span>
      </label>
    ))}
  </>
);

type SeveralProps = FieldProps & { readonly field: Field & { readonly type: "choices" }; readonly id: string };

/** Any number of options, each with a box to tick. */
export const ChoicesInput = ({ field, value, mistake, change, id }: SeveralProps): JSX.Element => {
  const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
  const tick = (option: string, isOn: boolean): void =>
    change(field.options.map((one) => one.id).filter((one) => (one === option ? isOn : ticked.includes(one))));
  return (
    <>
      {field.options.map((option) => (
        <label key={option.id} class="option">
          <input
            type="checkbox"
            name={`${id}-option`}
            value={option.id}
            checked={ticked.includes(option.id)}
            aria-invalid={mistake !== undefined}
            onChange={(event) => tick(option.id, event.currentTarget.checked)}
          />
          <span>
            {option.label}
            {option.description !== undefined && <small>{option.description}</small>}
          </span>
        </label>
      ))}
    </>
  );
};
