import type { OperatingMessages } from "../messages/operating.ts";

export const operating: OperatingMessages = {
  backup: {
    done: ({ file }) => `백업을 마치고 이상이 없는지 확인했습니다: ${file}`,
    notAFile: "DATABASE_URL이 파일이 아닙니다. PostgreSQL은 pg_dump로 백업해 주세요.",
    noDatabase: ({ file }) => `백업할 데이터베이스가 없습니다: ${file}. DATABASE_URL을 확인해 주세요.`,
    noFolder: ({ file }) => `백업을 둘 폴더가 없습니다: ${file}. 폴더를 먼저 만들거나 다른 곳을 골라 주세요.`,
    exists: ({ file }) => `이미 있는 파일이라 그대로 두었습니다: ${file}. 다른 이름을 골라 주세요.`,
  },
};
