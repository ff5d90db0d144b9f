import { rpcFaultsLab } from '../../../lab/kit/rpc-faults.ts';

export default rpcFaultsLab({
  trap: 'message-larger-than-max',
  title: { en: 'A message of 5 MiB', zh: '5 MiB 的消息' },
  question: { en: 'Which limit refuses it, and in which words?', zh: '哪个上限拒绝它？用的是什么话？' },
  faults: [
    { id: 'request', title: { en: 'as a request, no limit is set', zh: '作为请求，没有设置上限' }, fails: 'always' },
    { id: 'answer', title: { en: 'as an answer, no limit is set', zh: '作为应答，没有设置上限' }, fails: 'always' },
    {
      id: 'only-client-raised',
      title: {
        en: 'as request and answer, MaxCallRecvMsgSize of the client is raised',
        zh: '作为请求和应答，只提高了客户端的 MaxCallRecvMsgSize',
      },
      fails: 'always',
    },
    {
      id: 'request-unpacked',
      title: { en: 'as a request that gzip makes small', zh: '作为请求，gzip 压缩后很小' },
      fails: 'always',
    },
    {
      id: 'request-not-sent',
      title: { en: 'as a request, MaxCallSendMsgSize is 1 MiB', zh: '作为请求，MaxCallSendMsgSize 是 1 MiB' },
      fails: 'always',
    },
    {
      id: 'answer-not-sent',
      title: {
        en: 'as an answer, MaxSendMsgSize of the server is 1 MiB',
        zh: '作为应答，服务端的 MaxSendMsgSize 是 1 MiB',
      },
      fails: 'always',
    },
    {
      id: 'both-raised',
      title: {
        en: 'as request and answer, MaxRecvMsgSize and MaxCallRecvMsgSize are 16 MiB',
        zh: '作为请求和应答，MaxRecvMsgSize 和 MaxCallRecvMsgSize 都是 16 MiB',
      },
      fails: 'never',
    },
    {
      id: 'json-instead',
      title: {
        en: 'no large message: the server writes 23 bytes of JSON as application/grpc',
        zh: '没有大消息：服务端以 application/grpc 写了 23 字节的 JSON',
      },
      fails: 'always',
    },
  ],
});
