import { gatewayTrapLab } from '../../../lab/labs/gateway-json/trap-cases.ts';

const generator = 'openapiv2 2.33.0';

export default gatewayTrapLab({
  trap: 'gateway-drops-unknown-fields',
  title: { en: 'The name that json_name replaced', zh: '被 json_name 取代的名字' },
  question: {
    en: 'What becomes of "userId" where json_name is "user_id"?',
    zh: 'json_name 是 "user_id" 时，请求里的 "userId" 会怎样？',
  },
  article: ['3.3.message'],
  cases: [
    { id: 'default', mux: 'default', generator },
    { id: 'discards', mux: 'proto-names', generator },
    { id: 'refuses', mux: 'strict', generator },
  ],
  differs: async ({ mux }, served) => {
    const { user_id: kept, message } = JSON.parse(await served.post(mux, '{"userId":12}')) as Record<string, unknown>;
    return message === undefined && kept !== '12' ? [`userId: 12 was sent, ${kept} arrived`] : [];
  },
});
