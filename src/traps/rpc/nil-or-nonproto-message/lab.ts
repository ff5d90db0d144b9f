import { rpcFaultsLab } from '../../../lab/kit/rpc-faults.ts';

export default rpcFaultsLab({
  trap: 'nil-or-nonproto-message',
  title: { en: 'Something else than a Protobuf message', zh: '不是 Protobuf 消息的东西' },
  question: {
    en: 'What does the codec say to Go types that were not generated, and to nil?',
    zh: '对不是生成的 Go 类型和 nil，编解码器怎么说？',
  },
  faults: [
    {
      id: 'request-by-hand',
      title: { en: 'the client sends a struct of its own', zh: '客户端发送自己写的 struct' },
      fails: 'always',
    },
    {
      id: 'answer-by-hand',
      title: { en: 'the client reads the answer into a struct of its own', zh: '客户端把应答读进自己写的 struct' },
      fails: 'always',
    },
    {
      id: 'server-by-hand',
      title: { en: 'the server answers with a struct of its own', zh: '服务端用自己写的 struct 应答' },
      fails: 'always',
    },
    {
      id: 'proxy-frame',
      title: {
        en: 'a proxy reads messages into a type of its own, without a codec for it',
        zh: '代理把消息读进自己的类型，却没有对应的编解码器',
      },
      fails: 'always',
    },
    {
      id: 'server-nil-pointer',
      title: { en: 'the server answers with a nil pointer of a generated type', zh: '服务端用生成类型的 nil 指针应答' },
      fails: 'before-newest',
    },
    { id: 'server-nil', title: { en: 'the server answers with nil', zh: '服务端用 nil 应答' }, fails: 'never' },
    { id: 'request-nil', title: { en: 'the client sends nil', zh: '客户端发送 nil' }, fails: 'never' },
    { id: 'generated', title: { en: 'generated types on both sides', zh: '两边都用生成的类型' }, fails: 'never' },
  ],
});
