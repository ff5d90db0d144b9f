import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { type Refusal, refusalOf } from '../../../knowledge/http-status.ts';
import { isChecksumRequest, isModuleRequest, wantsLogin } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const refused = all('request-status').filter(
    ({ data }) => !isChecksumRequest(data.url) && refusalOf(Number(data.status)) === 'forbidden',
  );
  const logins = [
    ...all('request-status').filter(({ data }) => isModuleRequest(data.url) && isLogin(refusalOf(Number(data.status)))),
    ...all('request-failed').filter(({ data }) => isModuleRequest(data.url) && wantsLogin(data.reason)),
  ];
  const common = { confidence: 'proven', symptom: 'module-source-refuses', lines: ['go env GOPROXY'] } as const;
  return [
    ...toldBy({ ...common, seen: refused }),
    ...toldBy({ ...common, seen: logins, sentences: 'login', lines: ['go env GOPROXY', 'env | grep -i _proxy'] }),
  ];
};

function isLogin(refusal: Refusal): boolean {
  return refusal === 'login' || refusal === 'proxy-login';
}

export default sight;
