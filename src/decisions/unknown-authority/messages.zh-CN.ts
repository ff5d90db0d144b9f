export const zh = {
  title: '证书被拒绝：`signed by unknown authority`',
  'which-authority': '探测结果的证书链（chain）一行里写的 CA 是谁？',
  private: '自建的 CA、服务器自己（自签名），或者公共 CA 但没有发送中间证书',
  public: '公共 CA，中间证书也齐全：客户端的机器或镜像里没有根证书',
  'by-server': '是服务器在说客户端的证书（这一行在服务器的日志里）',
} as const;
