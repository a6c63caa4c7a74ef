/**
 * A language that the product doesn't speak: English, but for what is typed and a few words of what
 * is said.
 */
import { en } from "../../src/i18n/en/en.ts";
import type { Locale } from "../../src/i18n/locale.ts";

export const eo: Locale = {
  ...en,
  name: "Esperanto",
  messages: {
    ...en.messages,
    packs: {
      ...en.messages.packs,
      heading: ({ count }) => `Eraroj: ${count}`,
      problems: { ...en.messages.packs.problems, missing: () => "mankas" },
    },
    session: { ...en.messages.session, respond: "Respondi" },
  },
  typed: {
    self: ["laborejo"],
    commands: {
      ask: ["demandi"],
      assess: ["taksi"],
      start: ["komenci"],
      schedule: ["plani"],
      schedules: ["planoj"],
      list: ["listo"],
      learn: ["legi"],
      find: ["trovi"],
      history: ["historio"],
      export: ["eksporti"],
      settings: ["agordoj"],
      help: ["helpo"],
    },
    options: {
      anonymous: ["anonime"],
      discuss: ["diskuti"],
      until: ["gxis"],
      for: ["dum"],
      quorum: ["kvorumo"],
      reveal: ["montri"],
      ask: ["al"],
      "when-all": ["kiam-chiuj"],
      observe: ["nur-gvidi"],
      decider: ["decidanto"],
      open: ["malfermita"],
      lang: ["lingvo"],
      from: ["el"],
      zone: ["horzono"],
      skip: ["sen"],
    },
    again: ["denove"],
    every: ["chiu"],
    share: ["afisxi"],
    method: ["metodo"],
    methods: {
      single: ["unu"],
      approval: ["aprobi"],
      ranked: ["ordigi"],
      score: ["poentoj"],
      dots: ["punktoj"],
      consent: ["konsenti"],
    },
    threadVerbs: {
      "end-round": ["fini"],
      discuss: ["diskuti"],
      reopen: ["remalfermi"],
      "vote-again": ["denove"],
      reveal: ["montri"],
      close: ["fermi"],
      cancel: ["nuligi"],
      controls: ["regi"],
      "ask-mend": ["sxangxi"],
    },
    rhythms: {
      weekly: ["semajne"],
      biweekly: ["dusemajne"],
      monthly: ["monate"],
      weekdays: ["labortage"],
      cron: ["krono"],
    },
    weekdays: {
      names: [["lundo"], ["mardo"], ["merkredo"], ["jxauxdo"], ["vendredo"], ["sabato"], ["dimancxo"]],
      lettersMin: 3,
    },
    first: ["unua"],
    units: { minute: ["minutoj"], hour: ["horoj"], day: ["tagoj"], week: ["semajnoj"] },
    greetings: ["saluton"],
  },
  people: [{ id: "zamenhof", name: "Ludoviko", colour: 6 }],
};
