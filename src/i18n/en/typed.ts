/** What people type in English. */
import type { TypedWords } from "../typed-words.ts";

export const typed: TypedWords = {
  commands: {
    ask: ["ask"],
    start: ["start"],
    schedule: ["schedule"],
    schedules: ["schedules"],
    list: ["list"],
    learn: ["learn"],
    find: ["find"],
    history: ["history"],
    help: ["help"],
  },
  options: {
    anonymous: ["anonymous"],
    discuss: ["discuss"],
    until: ["until"],
    for: ["for"],
    lang: ["lang"],
    from: ["from"],
    zone: ["zone"],
    skip: ["skip"],
  },
  share: ["share"],
  method: ["method"],
  methods: {
    single: ["single", "one"],
    approval: ["approval", "approve"],
    ranked: ["ranked", "rank", "ranking"],
    score: ["score", "scores"],
    dots: ["dots", "dot"],
    consent: ["consent"],
  },
  threadVerbs: {
    "end-round": ["end"],
    discuss: ["discuss"],
    "vote-again": ["again"],
    reveal: ["reveal"],
    close: ["close"],
    cancel: ["cancel"],
    controls: ["controls"],
  },
  rhythms: {
    weekly: ["weekly"],
    biweekly: ["biweekly", "every-two-weeks"],
    monthly: ["monthly"],
    weekdays: ["weekdays"],
    cron: ["cron"],
  },
  weekdays: {
    names: [["monday"], ["tuesday"], ["wednesday"], ["thursday"], ["friday"], ["saturday"], ["sunday"]],
    lettersMin: 3,
  },
  first: ["first", "1st"],
  units: { minute: ["m"], hour: ["h"], day: ["d"], week: ["w"] },
  greetings: ["hi", "hello", "hey"],
};
