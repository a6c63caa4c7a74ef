import type { Address } from "../address.ts";
import type { AddressedMessages } from "../messages/addressed.ts";
import { meant } from "./meant.ts";

const intros: Readonly<Record<Address["by"], (name: string) => string>> = {
  command: (name) => `Commands work in English and in Korean. Type ${name} alone for a menu only you see.`,
  mention: (name) =>
    `Mention ${name} before each command; in a chat with me alone, just type it. In the thread of a session say end, reopen, discuss, again, reveal, close, cancel, edit or controls. Commands work in English and in Korean.`,
};

export const addressed = ({ name, by, invitation }: Address): AddressedMessages => ({
  helpTitle: `How to use ${name}`,
  helpIntro: intros[by](name),
  usage: [
    {
      example: `${name} ask "Which database?" "Postgres" "SQLite" --for 2d`,
      meaning: `Asks a question of your own; without options, yes or no. ${name} ask alone opens a form.`,
    },
    {
      example: `${name} ask "Which database?" "Postgres" "SQLite" "MySQL" --method ranked`,
      meaning: "Answered by ranking; also approval, score, dots, and consent for a proposal.",
    },
    { example: `${name} start startup-support-chatbot`, meaning: "Starts a scenario in this channel." },
    {
      example: `${name} assess`,
      meaning: `Asks what suits your own project, step by step. ${name} assess again <name> shows what has moved.`,
    },
    { example: "--anonymous", meaning: "Nobody ever learns who responded what." },
    { example: "--discuss", meaning: "Two rounds, with a discussion of the reasons in between." },
    { example: "--open", meaning: "With ask: members may add options while the first round is open." },
    { example: "--quorum 5", meaning: "A round that ends with fewer responses says so, until the decision." },
    { example: "--ask @ann @bob", meaning: "Only they can respond; the card says who is missing." },
    { example: "--when-all", meaning: "With --ask: the last of their responses ends the round." },
    { example: "--decider @ann", meaning: "Everyone advises, unseen; Ann alone records the decision." },
    { example: "--observe", meaning: "You lead and don’t vote, so you are never missing." },
    {
      example: "--reveal",
      meaning: "A round that ends by itself, at its deadline or with --when-all, is revealed at once.",
    },
    { example: "--until 17:00", meaning: "The round ends at the next 17:00, your time." },
    { example: "--for 2d", meaning: "The round ends after 2 days; 30m and 2h work too." },
    { example: "--lang ko", meaning: "The session speaks Korean; --lang en, English." },
    {
      example: `${name} schedule weekly mon 10:00 --from discussion`,
      meaning: `A discussion prompt every Monday; ${name} schedules shows, pauses and changes it.`,
    },
    {
      example: `${name} schedule ask "Which risk first?" "Cost" "Time" --every monday 10:00`,
      meaning: "Asks a question of your own every week.",
    },
    { example: `${name} learn peft`, meaning: "Shows you a reference card; with --share, the whole channel." },
    { example: `${name} list`, meaning: "Shows all activities." },
    { example: `${name} find database`, meaning: "Finds sessions, decisions and reasons in your channels." },
    { example: `${name} history`, meaning: "Shows what was decided in this channel." },
    { example: `${name} export`, meaning: "Hands you what was revealed here as Markdown, a web page, CSV or JSON." },
    { example: `${name} stats`, meaning: "Shows what this channel's sessions amount to; never of one person." },
    { example: `${name} me`, meaning: "Shows you alone how well your percentages hold; me forget deletes it." },
    { example: `${name} settings`, meaning: "Shows what this channel presets, and who may change it." },
  ],
  nothingFacilitated: `You facilitate no open session. Type ${name} in a channel to start one.`,
  rotationHint: `Ids from ${name} list, separated by commas. They take turns, none twice before all have run.`,
  refusals: {
    notFound: `There is no such session here. It may be in another channel; type ${name} to see what is open.`,
    unknownCommand: ({ given, nearest }) =>
      `There is no command “${given}”. ${meant(nearest, `Type ${name} help to see them all.`)}`,
    unknownActivity: ({ given, nearest }) =>
      `There is no activity “${given}”. ${meant(nearest, `Type ${name} list to see them all.`)}`,
    unknownReference: ({ given, nearest }) =>
      `There is no reference card “${given}”. ${meant(nearest, `Type ${name} learn to see them all.`)}`,
    missingReference: `Please say which card to post, for example ${name} learn peft --share.`,
    missingActivity: `Please say what to start, for example ${name} start startup-support-chatbot. ${name} list shows them all.`,
    unknownSource: ({ given, nearest }) =>
      `There is no activity, kind or pack called “${given}”. ${meant(nearest, `Type ${name} list to see them all.`)}`,
    noSuchSchedule: `There is no such schedule in this channel. Type ${name} schedules to see those there are.`,
    scheduleChanged: `This schedule has changed since the card was drawn, so nothing was done. Type ${name} schedules to see how it stands now.`,
    notInChannel: `I'm not in this channel, so nobody would see it, and nothing was started. Type ${invitation} to bring me in, then try again.`,
  },
});
