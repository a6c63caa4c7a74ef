/**
 * Named cases of clocks that change, each with the instant at which a wall time must come due. The
 * instants were worked out by hand from the transitions that `zdump -V` prints, not by this
 * program.
 */

type Case = readonly [name: string, zone: string, wall: string, instant: string];

export const daylightSavingCases: readonly Case[] = [
  // Gaps: the wall time does not exist and moves forward by the gap.
  ["New York's gap", "America/New_York", "2026-03-08T02:30", "2026-03-08T07:30Z"],
  ["Berlin's gap", "Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30Z"],
  ["London's gap, an hour earlier on the clock", "Europe/London", "2026-03-29T01:30", "2026-03-29T01:30Z"],
  ["Sydney's gap, in October", "Australia/Sydney", "2026-10-04T02:30", "2026-10-03T16:30Z"],
  ["Norfolk's gap", "Pacific/Norfolk", "2026-10-04T02:30", "2026-10-03T15:30Z"],
  ["St John's gap, at -3:30", "America/St_Johns", "2026-03-08T02:30", "2026-03-08T06:00Z"],
  ["the first minute of a gap", "Europe/Paris", "2026-03-29T02:00", "2026-03-29T01:00Z"],
  ["the last minute of a gap", "Europe/Paris", "2026-03-29T02:59", "2026-03-29T01:59Z"],
  ["the minute before a gap", "Europe/Paris", "2026-03-29T01:59", "2026-03-29T00:59Z"],
  ["the minute behind a gap", "Europe/Paris", "2026-03-29T03:00", "2026-03-29T01:00Z"],
  // Gaps at midnight: the date begins later, or the evening moves to the next date.
  ["Cairo's Friday without a midnight", "Africa/Cairo", "2026-04-24T00:00", "2026-04-23T22:00Z"],
  ["Santiago's Sunday without 00:30", "America/Santiago", "2026-09-06T00:30", "2026-09-06T04:30Z"],
  ["Nuuk's Saturday without 23:30, moved to Sunday", "America/Nuuk", "2026-03-28T23:30", "2026-03-29T01:30Z"],
  ["Beirut's Sunday without a midnight", "Asia/Beirut", "2026-03-29T00:00", "2026-03-28T22:00Z"],
  ["Havana's Sunday without 00:30", "America/Havana", "2026-03-08T00:30", "2026-03-08T05:30Z"],
  ["the Azores' Sunday without 00:30", "Atlantic/Azores", "2026-03-29T00:30", "2026-03-29T01:30Z"],
  ["Easter Island's Saturday evening", "Pacific/Easter", "2026-09-05T22:30", "2026-09-06T04:30Z"],
  ["Goose Bay's gap a minute past midnight", "America/Goose_Bay", "2010-03-14T00:30", "2010-03-14T04:30Z"],
  ["Asunción's midnight gap, while it had one", "America/Asuncion", "2023-10-01T00:00", "2023-10-01T04:00Z"],
  ["São Paulo's last midnight gap", "America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00Z"],
  ["Tehran's midnight gap, on a Monday", "Asia/Tehran", "2021-03-22T00:30", "2021-03-21T21:00Z"],
  // Folds: the wall time exists twice and means the first.
  ["New York's fold", "America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z"],
  ["Dublin's fold, where winter is the exception", "Europe/Dublin", "2026-10-25T01:30", "2026-10-25T00:30Z"],
  ["Havana's fold at midnight", "America/Havana", "2026-11-01T00:30", "2026-11-01T04:30Z"],
  ["Cairo's fold before midnight", "Africa/Cairo", "2026-10-29T23:30", "2026-10-29T20:30Z"],
  ["Santiago's fold on Saturday night", "America/Santiago", "2026-04-04T23:30", "2026-04-05T02:30Z"],
  ["St John's fold across midnight", "America/St_Johns", "2010-11-06T23:30", "2010-11-07T02:00Z"],
  ["Casey's fold of three hours", "Antarctica/Casey", "2018-03-11T02:00", "2018-03-10T15:00Z"],
  // Changes that aren't an hour.
  ["Lord Howe's gap of half an hour", "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45Z"],
  ["Lord Howe's fold of half an hour", "Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z"],
  ["Troll's gap of two hours", "Antarctica/Troll", "2026-03-29T02:30", "2026-03-29T02:30Z"],
  ["Troll's fold of two hours", "Antarctica/Troll", "2026-10-25T02:30", "2026-10-25T00:30Z"],
  ["Chatham's gap, at +12:45", "Pacific/Chatham", "2026-09-27T03:00", "2026-09-26T14:15Z"],
  ["Chatham's fold, at +13:45", "Pacific/Chatham", "2026-04-05T03:00", "2026-04-04T13:15Z"],
  ["Pyongyang's half hour in 2018", "Asia/Pyongyang", "2018-05-04T23:45", "2018-05-04T15:15Z"],
  ["Caracas' half hour in 2016", "America/Caracas", "2016-05-01T02:45", "2016-05-01T07:15Z"],
  // Days that never were: 24 hours later is the next date that was.
  ["Apia's missing Friday", "Pacific/Apia", "2011-12-30T10:00", "2011-12-30T20:00Z"],
  ["Fakaofo's missing Friday", "Pacific/Fakaofo", "2011-12-30T09:00", "2011-12-30T20:00Z"],
  ["Kwajalein's missing Saturday", "Pacific/Kwajalein", "1993-08-21T10:00", "1993-08-21T22:00Z"],
  // Zones that have stopped changing, in the week in which they used to.
  ["São Paulo, since 2019", "America/Sao_Paulo", "2019-11-03T00:00", "2019-11-03T03:00Z"],
  ["Istanbul, since 2016", "Europe/Istanbul", "2017-03-26T03:30", "2017-03-26T00:30Z"],
  ["Amman, since 2022", "Asia/Amman", "2022-10-28T00:30", "2022-10-27T21:30Z"],
  ["Tehran, since 2022", "Asia/Tehran", "2023-03-22T00:30", "2023-03-21T21:00Z"],
  ["Mexico City, since 2022", "America/Mexico_City", "2023-04-02T02:30", "2023-04-02T08:30Z"],
  ["Asunción, since 2024", "America/Asuncion", "2025-03-23T00:00", "2025-03-23T03:00Z"],
  // Unusual offsets.
  ["Kiritimati, +14", "Pacific/Kiritimati", "2026-11-23T00:00", "2026-11-22T10:00Z"],
  ["Kathmandu, +5:45", "Asia/Kathmandu", "2026-11-23T09:00", "2026-11-23T03:15Z"],
  ["St John's, -3:30", "America/St_Johns", "2026-11-23T09:00", "2026-11-23T12:30Z"],
  ["Niue, -11", "Pacific/Niue", "2026-11-23T23:59", "2026-11-24T10:59Z"],
];
