export const zh = {
  title: '证书被拒绝：signed by unknown authority',
  'which-authority': '探测结果中 chain 一行写的颁发机构是谁？',
  private: '自己的证书颁发机构、服务器自己（自签名），或者公共机构但没有发送中间证书',
  public: '公共证书颁发机构，中间证书也齐全：客户端的机器或镜像里没有根证书',
  'by-server': '是服务器在说客户端的证书（这一行在服务器的日志里）',
} as const;
