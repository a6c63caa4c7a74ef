import type { SlackMessages } from "./messages.ts";

export const ko: SlackMessages = {
  externalRefused:
    "이 워크스페이스에서는 소속 구성원만 참여할 수 있는데, 지금 쓰시는 계정은 다른 조직 소속입니다. 아무것도 저장하지 않았습니다. 참여해야 한다면 초대해 주신 분께 문의해 주세요.",
  guestRefused:
    "이 워크스페이스에서는 게스트가 참여할 수 없습니다. 아무것도 저장하지 않았습니다. 참여해야 한다면 초대해 주신 분께 문의해 주세요.",
};
