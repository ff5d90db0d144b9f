import type { ArticleItem } from './item.ts';

/** Chapter 5: stories and figures of projects, with little about Go or gRPC in them. */
export const chapter5: readonly ArticleItem[] = [
  {
    id: '5.stack.migration',
    kind: 'claim',
    lines: '451, 453, 455',
    says: {
      en: 'A project of a provincial government used a model of Kubernetes, Terraform and Ansible.',
      zh: '某省级政务云项目采用 Kubernetes、Terraform、Ansible 的编排模型。',
    },
    verdict: 'unverifiable',
    why: {
      en: 'The tools exist; the project has no name. Earlier chapters do not describe such a model.',
      zh: '工具都存在，项目没有名字。前面几章也没有讲过这样的模型。',
    },
  },
  {
    id: '5.stack.37-systems',
    kind: 'number',
    lines: '455',
    says: { en: '37 old Java systems moved within 12 weeks.', zh: '12 周内迁移了 37 个旧 Java 系统。' },
    verdict: 'out-of-scope',
    why: { en: 'A figure of a nameless project, about Java.', zh: '无名项目的数字，而且说的是 Java。' },
  },
  {
    id: '5.stack.42-minutes',
    kind: 'number',
    lines: '455',
    says: { en: 'Deployment went from 42 minutes to 93 seconds.', zh: '一次部署原来要 42 分钟，现在 93 秒。' },
    verdict: 'unverifiable',
    why: { en: 'No evidence is given.', zh: '没有给出任何证据。' },
  },
  {
    id: '5.stack.68-percent',
    kind: 'number',
    lines: '455',
    says: { en: 'Use of resources rose from 31.7 % to 68.3 %.', zh: '资源利用率从 31.7% 升到 68.3%。' },
    verdict: 'unverifiable',
    why: { en: 'No evidence is given.', zh: '没有给出任何证据。' },
  },
  {
    id: '5.stack.millisecond-health',
    kind: 'claim',
    lines: '455',
    says: {
      en: 'Prometheus and Grafana show the state of services within milliseconds.',
      zh: 'Prometheus 加 Grafana 实现服务状态的毫秒级感知。',
    },
    verdict: 'false',
    why: {
      en: 'They ask at intervals: scrape, evaluation and `for` add up. With 500 ms each and `for: 1s` the alert fired after 8.0 s on a loaded machine; the default interval is a minute.',
      zh: '它们按间隔拉取，抓取、求值和 `for` 要加在一起。各设 500 毫秒、`for: 1s`，在繁忙的机器上 8.0 秒才发出警报；默认间隔是一分钟。',
    },
    basis: ['measured', 'Prometheus 2.42.0'],
  },
  {
    id: '5.stack.row-kubernetes',
    kind: 'table',
    lines: '457-458',
    says: {
      en: 'Kubernetes 1.28.10 supports dual-stack IPv6 services.',
      zh: 'Kubernetes 1.28.10 支持 IPv6 双栈服务。',
    },
    verdict: 'dated',
    why: {
      en: 'Dual stack has been stable since 1.23, and needs two address ranges to be set up. 1.28 ended on 2024-10-28.',
      zh: '双栈从 1.23 起就是稳定功能，并且要配置两段地址。1.28 已于 2024-10-28 停止支持。',
    },
    basis: ['documented', 'endoflife.date'],
  },
  {
    id: '5.stack.row-istio',
    kind: 'table',
    lines: '459',
    says: {
      en: 'Istio 1.21.3 with the eBPF data plane has 41 % less latency.',
      zh: 'Istio 1.21.3 启用 eBPF 数据面后延迟下降 41%。',
    },
    verdict: 'false',
    why: {
      en: '1.21 has no eBPF data plane: that of ambient mode was dropped with 1.21.0. The version ended on 2024-09-27.',
      zh: '1.21 没有 eBPF 数据面：ambient 模式里的那个在 1.21.0 已经移除。该版本 2024-09-27 停止支持。',
    },
    basis: ['documented', 'istio/istio.io#15543'],
  },
  {
    id: '5.stack.row-velero',
    kind: 'table',
    lines: '460',
    says: {
      en: 'Velero 1.12.4 needs a patch of its S3 layer for the rotation of keys.',
      zh: 'Velero 1.12.4 的 S3 兼容层要打补丁才能轮转密钥。',
    },
    verdict: 'false',
    why: {
      en: 'The trouble with S3 stores came later, with Velero 1.13 and plugin 1.9.0, and is about checksums. What 1.12 cannot change is its one repository key.',
      zh: 'S3 兼容问题出现在之后：Velero 1.13 配插件 1.9.0，而且与校验和有关。1.12 不能轮换的是它唯一的仓库密钥。',
    },
    basis: ['documented', 'velero#7534, #7543, #8152'],
  },
  {
    id: '5.calico.outage',
    kind: 'claim',
    lines: '462, 464',
    says: {
      en: 'In the second quarter of 2024 a finance customer lost 50 % of packets between pods for 17 minutes, with etcd blocked on disk I/O.',
      zh: '2024 年第二季度，某金融客户的 etcd 因磁盘 I/O 阻塞，Pod 间丢包 50%，持续 17 分钟。',
    },
    verdict: 'unverifiable',
    why: { en: 'A nameless customer.', zh: '客户没有名字。' },
  },
  {
    id: '5.calico.root-cause',
    kind: 'claim',
    lines: '464',
    says: {
      en: 'The cause was the parameter `FELIX_BGPDELAYEDSTARTUP` of calico-node.',
      zh: '根因是 calico-node 的参数 `FELIX_BGPDELAYEDSTARTUP`。',
    },
    verdict: 'false',
    why: {
      en: 'It does not exist: no hit in 12 releases of Calico, 3.21 to 3.32. Felix does not speak BGP, and ignores names that it does not know with a note at info level.',
      zh: '这个参数不存在：Calico 3.21 到 3.32 的 12 个版本里一处都没有。Felix 不负责 BGP，遇到不认识的名字只在 info 级别记一笔就忽略。',
    },
    basis: ['measured', 'calico 3.21.6–3.32.0'],
  },
  {
    id: '5.calico.gate',
    kind: 'snippet',
    lines: '464',
    says: {
      en: 'Before each deployment `kubectl get daemonset calico-node -o jsonpath=…` checks `.spec.template.spec.containers[0].env` for it.',
      zh: '每次部署前用 `kubectl get daemonset calico-node -o jsonpath=…` 检查 `.spec.template.spec.containers[0].env` 里有没有它。',
    },
    verdict: 'false',
    why: {
      en: 'A gate that is always open: with the variable missing it prints nothing and exits 0. And without `-n kube-system` it looks in the wrong namespace.',
      zh: '这道检查形同虚设：变量不存在时什么也不输出，退出码是 0。而且没写 `-n kube-system`，查的是别的命名空间。',
    },
    basis: ['measured', 'kubectl 1.20.2, 1.32.4; kube-apiserver 1.28.15'],
  },
  {
    id: '5.calico.fix',
    kind: 'snippet',
    lines: '466-469',
    says: {
      en: '`kubectl set env` with `FELIX_BGPDELAYEDSTARTUP=30s`, proved on 12 clusters, repairs it.',
      zh: '用 `kubectl set env` 设置 `FELIX_BGPDELAYEDSTARTUP=30s` 来修复，已在 12 个集群验证。',
    },
    verdict: 'false',
    why: {
      en: 'The command succeeds, restarts the network of every node, and changes nothing else.',
      zh: '命令会成功，会让每个节点的网络组件重启一遍，除此之外什么也没改变。',
    },
    basis: ['measured', 'kube-apiserver 1.28.15'],
  },
  {
    id: '5.edge.platform',
    kind: 'claim',
    lines: '471, 473',
    says: {
      en: 'K3s with eKuiper on the nodes of a smart factory, deployed with one Helm chart.',
      zh: '工厂的边缘节点使用 K3s 与 eKuiper，用一个 Helm Chart 部署。',
    },
    verdict: 'out-of-scope',
    why: {
      en: 'Possible, and without relation to Go and gRPC environments.',
      zh: '可以做到，但与 Go 和 gRPC 环境无关。',
    },
  },
  {
    id: '5.edge.opc-ua',
    kind: 'claim',
    lines: '473',
    says: { en: 'It has a parser for OPC UA and device shadows.', zh: '包含 OPC UA 协议解析器和设备影子模块。' },
    verdict: 'false',
    why: {
      en: 'eKuiper has neither in its open tree. OPC UA is a plugin of Neuron, another product.',
      zh: 'eKuiper 的开源代码里两者都没有。OPC UA 是另一个产品 Neuron 的插件。',
    },
    basis: ['documented', 'lf-edge/ekuiper 2.4.0'],
  },
  {
    id: '5.edge.offline-queue',
    kind: 'claim',
    lines: '473',
    says: { en: 'It keeps messages while the link is down and sends them later.', zh: '断网时保留消息，恢复后续传。' },
    verdict: 'true',
    why: {
      en: 'The sink cache does. With its defaults it sends about one message a round trip: 1.5 a second on such a link, which does not keep up with 50 a second.',
      zh: 'sink 缓存确实支持。但默认大约每个往返只发一条消息：这样的链路上每秒 1.5 条，跟不上每秒 50 条。',
    },
    basis: ['measured', 'eKuiper 2.4.0, mosquitto 2.0.11'],
  },
  {
    id: '5.edge.230-ms',
    kind: 'number',
    lines: '473',
    says: {
      en: 'With a round trip of 80–1200 ms over 4G, data takes no more than 230 ms end to end.',
      zh: '4G 链路往返 80–1200 毫秒时，端到端延迟不超过 230 毫秒。',
    },
    verdict: 'false',
    why: {
      en: 'Not over that link: one way alone is 40 to 600 ms. Measured: half of the messages took more than 474 ms, none 230 or less. Data that never crosses the link took 15 ms at most.',
      zh: '经过这条链路做不到：单程就要 40 到 600 毫秒。实测一半消息超过 474 毫秒，没有一条在 230 毫秒以内。不经过链路的数据最多 15 毫秒。',
    },
    basis: ['measured', 'mosquitto 2.0.11, MQTT QoS 1'],
  },
  {
    id: '5.edge.67-percent',
    kind: 'number',
    lines: '473',
    says: {
      en: '67 % less than MQTT with a central cloud; 3 car part makers, 2.4 hundred million events a day.',
      zh: '比 MQTT 加中心云低 67%；有 3 家汽车配件厂在用，每天 2.4 亿个事件。',
    },
    verdict: 'unverifiable',
    why: { en: 'No evidence is given.', zh: '没有给出任何证据。' },
  },
  {
    id: '5.community.managed-scaling',
    kind: 'claim',
    lines: '475, 477',
    says: {
      en: 'Pull request #28412 of the Terraform AWS provider added `managed_scaling` to `aws_ecs_capacity_provider`.',
      zh: 'Terraform AWS Provider 的合并请求 #28412 增强了 `aws_ecs_capacity_provider` 的 `managed_scaling`。',
    },
    verdict: 'unverifiable',
    why: {
      en: 'We found nothing of that number. The field came with the resource itself in 2019 (#11151).',
      zh: '没有找到这个编号的内容。这个字段 2019 年随资源本身一起加入（#11151）。',
    },
  },
  {
    id: '5.community.falco',
    kind: 'claim',
    lines: '477',
    says: {
      en: 'Falco 0.37.0 contains rules that find memory leaks of eBPF probes.',
      zh: 'Falco 0.37.0 收录了检测 eBPF 探针内存泄漏的规则。',
    },
    verdict: 'false',
    why: {
      en: "0.37.0 exists, such rules do not. Falco's rules are conditions on system calls; they do not measure memory.",
      zh: '0.37.0 存在，这样的规则不存在。Falco 的规则是系统调用上的条件，不测量内存。',
    },
    basis: ['documented', 'falcosecurity/rules'],
  },
  {
    id: '5.community.maturity',
    kind: 'claim',
    lines: '477',
    says: {
      en: 'Infrastructure as code grows from usable to trustworthy.',
      zh: '基础设施即代码正从“可用”走向“可信”。',
    },
    verdict: 'out-of-scope',
    why: { en: 'An opinion.', zh: '这是观点。' },
  },
  {
    id: '5.accelerators.mig',
    kind: 'claim',
    lines: '479, 481',
    says: {
      en: 'Pods ask for slices of a GPU as `nvidia.com/mig-1g.5gb`.',
      zh: 'Pod 以 `nvidia.com/mig-1g.5gb` 申请 GPU 切片。',
    },
    verdict: 'true',
    why: {
      en: 'Only with `mig.strategy=mixed` on an A100 with 40 GB. By default the resource is `nvidia.com/gpu`.',
      zh: '只有在 40 GB 的 A100 上设 `mig.strategy=mixed` 才有。默认的资源名是 `nvidia.com/gpu`。',
    },
    basis: ['documented', 'NVIDIA/k8s-device-plugin'],
  },
  {
    id: '5.accelerators.ascend',
    kind: 'claim',
    lines: '481',
    says: { en: 'Ascend cards are asked for as `ascend.ai/310p`.', zh: '昇腾卡以 `ascend.ai/310p` 申请。' },
    verdict: 'false',
    why: {
      en: 'The name is invented; it is `huawei.com/Ascend310P`. The API server accepts the wrong one, and the pod waits for ever.',
      zh: '这个名字不存在，正确的是 `huawei.com/Ascend310P`。API 服务器会接受错误的名字，Pod 则永远等待。',
    },
    basis: ['measured', 'kube-apiserver 1.28.15'],
  },
  {
    id: '5.accelerators.affinity',
    kind: 'claim',
    lines: '481',
    says: { en: 'Affinity of pods works over such resources.', zh: '可以按这类资源给 Pod 设置亲和性。' },
    verdict: 'false',
    why: {
      en: 'Resources go into `resources.limits`; affinity works on labels.',
      zh: '资源写在 `resources.limits` 里，亲和性依据的是标签。',
    },
    basis: ['documented', 'Kubernetes'],
  },
  {
    id: '5.accelerators.keda',
    kind: 'claim',
    lines: '481',
    says: { en: 'KEDA scales training jobs.', zh: '用 KEDA 让训练任务弹性伸缩。' },
    verdict: 'true',
    why: { en: 'With `ScaledJob`.', zh: '用 `ScaledJob`。' },
    basis: ['documented', 'kedacore/keda 2.20.2'],
  },
  {
    id: '5.accelerators.future',
    kind: 'claim',
    lines: '481',
    says: {
      en: 'Intel AMX, one abstraction over all vendors, and documents handed to SIG-Node are next.',
      zh: '下一步是 Intel AMX、跨厂商抽象层，以及提交给 SIG-Node 的文档。',
    },
    verdict: 'out-of-scope',
    why: { en: 'Plans, without a link.', zh: '只是计划，没有链接。' },
  },
  {
    id: '5.compliance.cis',
    kind: 'claim',
    lines: '483, 485',
    says: {
      en: 'OPA enforces the CIS Docker benchmark while an image is built.',
      zh: '构建镜像时由 OPA 强制落实 CIS Docker 基准。',
    },
    verdict: 'false',
    why: {
      en: 'A part of it: of the 12 items about images a Dockerfile decides 6, helps with 4 and says nothing of 2.',
      zh: '只能做到一部分：关于镜像的 12 项里，Dockerfile 能判定 6 项，4 项只能部分判定，2 项完全看不出来。',
    },
    basis: ['measured', 'CIS Docker 1.6.0; OPA 1.22.2, conftest 0.71.1'],
  },
  {
    id: '5.compliance.ebpf',
    kind: 'claim',
    lines: '485',
    says: {
      en: 'eBPF hooks intercept ptrace, execve and /proc/self/fd.',
      zh: 'eBPF 钩子拦截 ptrace、execve 和 /proc/self/fd。',
    },
    verdict: 'false',
    why: {
      en: 'Tracepoints observe. What stopped ptrace was seccomp, or a signal sent from the probe; seccomp cannot look at a path.',
      zh: 'tracepoint 只能观察。能拦住 ptrace 的是 seccomp，或由探针发信号；seccomp 看不到路径。',
    },
    basis: ['measured', 'bpftrace 0.17.0, crun 1.8.1'],
  },
  {
    id: '5.compliance.violation-rate',
    kind: 'number',
    lines: '485',
    says: {
      en: 'Violations fell from 23.6 % to 0.17 %, the response to 8.3 s.',
      zh: '违规率从 23.6% 降到 0.17%，响应时间缩短到 8.3 秒。',
    },
    verdict: 'unverifiable',
    why: { en: 'No evidence is given.', zh: '没有给出任何证据。' },
  },
  {
    id: '5.compliance.guide',
    kind: 'claim',
    lines: '485',
    says: {
      en: 'A guide, version 2.1, of this practice is a reference case of the health administration.',
      zh: '相关指南 V2.1 被卫生健康主管部门列为参考案例。',
    },
    verdict: 'unverifiable',
    why: { en: 'No link, and we found none.', zh: '没有链接，我们也没有找到。' },
  },
];
