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
  export: {
    done: ({ sessions, folder }) => `내보냈습니다: ${folder} (세션 ${sessions}건)`,
    nothing: ({ workspace }) => `공개된 세션이 없어 파일을 만들지 않았습니다. 워크스페이스: ${workspace}`,
  },
  doctor: {
    parts: {
      database: "데이터베이스",
      packs: "팩",
      address: "주소",
      token: "토큰",
      scopes: "권한 범위",
      credentials: "자격 증명",
      clock: "시계",
    },
    ok: "정상",
    unchecked: "여기서는 확인할 수 없음",
    database: {
      none: () => "아직 없습니다. 처음 시작할 때 만들어집니다.",
      current: () => "정상, 최신 상태",
      behind: ({ migrations }) => `정상. 다음에 시작할 때 최신으로 바뀝니다(${migrations.join(", ")}).`,
      newer: ({ migrations }) =>
        `더 새로운 버전이 쓴 데이터베이스입니다(${migrations.join(", ")}). 그 버전을 시작하거나 다른 데이터베이스를 지정해 주세요.`,
    },
    addressUnasked: "확인하지 않음. 공개 주소를 적어 주세요. 예: npm run doctor -- https://workshop.example.com",
    addressReady: ({ address }) => `정상: ${address}`,
    addressUnready: ({ address, status }) =>
      `${address}/readyz 응답이 ${status}입니다. 서버 로그와 프록시 설정을 확인해 주세요.`,
    addressUnreachable: ({ address }) => `${address}에 연결할 수 없습니다. 이름, 인증서, 프록시를 확인해 주세요.`,
    refused: ({ variable, why }) => `${variable} 값을 받아 주지 않습니다(${why}). 다시 복사해 주세요.`,
    scopesMissing: ({ scopes }) =>
      `빠진 범위: ${scopes.join(", ")}. manifest.json대로 추가하고 앱을 다시 설치해 주세요.`,
    unreachable: ({ host }) => `여기서 ${host}에 연결할 수 없습니다. 네트워크와 프록시를 확인해 주세요.`,
    clockOff: ({ seconds, ahead }) =>
      `이 컴퓨터의 시계가 ${seconds}초 ${ahead ? "빠릅니다" : "느립니다"}. NTP로 맞춰 주세요. 그대로 두면 요청이 거절되고 마감 시각이 어긋납니다.`,
  },
  newer: ({ migrations }) =>
    `DATABASE_URL이 가리키는 데이터베이스는 더 새로운 버전의 Decision Workshop에서 쓰던 것입니다(${migrations.join(", ")}). 그 버전으로 시작하거나 다른 데이터베이스를 지정해 주세요.`,
  unusable: {
    served: ({ file }) =>
      `다른 프로세스가 이미 쓰고 있는 데이터베이스입니다: ${file}. 먼저 그 프로세스를 멈추거나 DATABASE_URL을 따로 정해 주세요. 여러 프로세스가 함께 쓰려면 PostgreSQL이 필요합니다.`,
    locked: ({ file }) =>
      `다른 프로그램이 DATABASE_URL이 가리키는 데이터베이스를 잠그고 있습니다: ${file}. 이 파일을 열어 둔 셸이나 백업, 도구를 닫고 다시 시작해 주세요.`,
    "not-a-database": ({ file }) =>
      `DATABASE_URL이 가리키는 파일이 SQLite 데이터베이스가 아닙니다: ${file}. 다른 파일을 지정하거나 이 파일을 옮겨 주세요. 파일이 없으면 새로 만듭니다.`,
    damaged: ({ file }) =>
      `DATABASE_URL이 가리키는 데이터베이스가 손상되었습니다: ${file}. 사본을 남겨 두고 마지막 백업으로 바꿔 주세요.`,
    "not-allowed": ({ file }) =>
      `DATABASE_URL이 가리키는 데이터베이스를 열 수 없습니다: ${file}. 실행하는 사용자에게 파일과 폴더의 읽기·쓰기 권한을 주거나 다른 파일을 지정해 주세요.`,
    "no-folder": ({ file }) =>
      `DATABASE_URL이 가리키는 파일을 만들 수 없습니다: ${file}. 폴더가 맞는지, 폴더 이름을 적지 않았는지 확인해 주세요.`,
  },
};
