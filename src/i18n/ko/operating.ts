import type { OperatingMessages } from "../messages/operating.ts";

export const operating: OperatingMessages = {
  backup: {
    done: ({ file }) => `백업을 마치고 이상이 없는지 확인했습니다: ${file}`,
    notAFile: "DATABASE_URL이 파일이 아닙니다. PostgreSQL은 pg_dump로 백업해 주세요.",
    noDatabase: ({ file }) => `백업할 데이터베이스가 없습니다: ${file}. DATABASE_URL을 확인해 주세요.`,
    noFolder: ({ file }) => `백업을 둘 폴더가 없습니다: ${file}. 폴더를 먼저 만들거나 다른 곳을 골라 주세요.`,
    exists: ({ file }) => `이미 있는 파일이라 그대로 두었습니다: ${file}. 다른 이름을 골라 주세요.`,
  },
  forget: {
    done: ({ sessions, responses, schedules, ended }) =>
      [
        `이 사람이 들어 있던 세션: ${sessions}개. 이름과 글을 지우거나 거둔 응답: ${responses}건.`,
        `삭제한 예약: ${schedules}개. 이끌 사람이 없어 끝낸 세션: ${ended}개.`,
        ...(sessions + schedules === 0 ? ["더 있어야 한다면 워크스페이스와 id를 확인해 주세요."] : []),
      ].join("\n"),
    left: ({ where }) => `다른 워크스페이스나 다른 사람이 쓴 글에 이 id가 아직 남아 있습니다: ${where.join(", ")}`,
    logInUse:
      "행은 지웠지만 다른 프로세스가 데이터베이스를 쓰고 있어 파일이나 로그에 옛 내용이 남아 있을 수 있습니다. 잠시 뒤에 다시 실행해 주세요.",
  },
};
