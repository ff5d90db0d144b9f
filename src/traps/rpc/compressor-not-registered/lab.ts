import { rpcFaultsLab } from '../../../lab/kit/rpc-faults.ts';

export default rpcFaultsLab({
  trap: 'compressor-not-registered',
  title: { en: 'A compressor that one side lacks', zh: '有一边没有的压缩器' },
  question: {
    en: 'Who complains about gzip that was not registered, and in which words?',
    zh: '没有注册 gzip 时，谁会报错？用的是什么话？',
  },
  faults: [
    {
      id: 'client-lacks',
      title: {
        en: 'UseCompressor("gzip"), and the client has not registered it',
        zh: 'UseCompressor("gzip")，客户端没有注册',
      },
      fails: 'always',
    },
    {
      id: 'server-lacks',
      title: {
        en: 'UseCompressor("gzip"), and the server has not registered it',
        zh: 'UseCompressor("gzip")，服务端没有注册',
      },
      fails: 'always',
    },
    {
      id: 'client-lacks-answer',
      title: {
        en: 'the server compresses its answers, and the client has not registered it',
        zh: '服务端压缩应答，客户端没有注册',
      },
      fails: 'always',
    },
    { id: 'both-have', title: { en: 'both have registered it', zh: '两边都注册了' }, fails: 'never' },
    {
      id: 'identity',
      title: {
        en: 'UseCompressor("identity"), nothing is registered',
        zh: 'UseCompressor("identity")，什么都没有注册',
      },
      fails: 'never',
    },
  ],
});
