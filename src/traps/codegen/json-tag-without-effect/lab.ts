import { gateway } from '../../../lab/labs/gateway-json/generators.ts';
import { serve } from '../../../lab/labs/gateway-json/served.ts';
import { gatewayTrapLab } from '../../../lab/labs/gateway-json/trap-cases.ts';

const generator = 'openapiv2 2.33.0';

export default gatewayTrapLab({
  trap: 'json-tag-without-effect',
  title: { en: 'A tag json:"alias" on a field of the Go struct', zh: 'Go 结构体字段上的标签 json:"alias"' },
  question: {
    en: 'What do the gateway and encoding/json make of a tag that protoc-go-inject-tag wrote?',
    zh: 'protoc-go-inject-tag 写入的标签，网关和 encoding/json 各会怎样处理？',
  },
  article: ['3.3.tags', '3.3.gateway-string', '3.3.row-gateway'],
  cases: [
    { id: 'default', mux: 'default', generator },
    { id: 'proto-names', mux: 'proto-names', generator },
    { id: 'without-tag', mux: 'default', generator, untagged: true },
  ],
  differs: async ({ mux, untagged }, served, context) => {
    if (untagged) return [];
    await using tagged = await serve(gateway, context, true);
    const [before, after] = [await served.get(mux, 'finite'), await tagged.get(mux, 'finite')].map(withoutSpaces);
    const gatewaySays = before === after ? 'the gateway sends the same' : 'the gateway sends something else';
    return [`encoding/json: ${served.plain} becomes ${tagged.plain}`, gatewaySays];
  },
});

/** protojson puts spaces in one program and none in the next, so that nobody relies on its text. */
function withoutSpaces(answer: string): string {
  return JSON.stringify(JSON.parse(answer));
}
