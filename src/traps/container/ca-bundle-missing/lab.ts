import { afterFix } from '../../../lab/kit/after-fix.ts';
import { type ImageSpec, image } from '../../../lab/kit/image.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'ca-bundle-missing';

/** A client that leaves the authorities to the system asks a server whose certificate the authority of the lab has signed. */
const client = `package main

import (
	"context"
	"fmt"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	roots := credentials.NewClientTLSFromCert(nil, "greeter.example.com")
	conn, err := grpc.NewClient(serve(), grpc.WithTransportCredentials(roots))
	if err == nil {
		_, err = grpc_health_v1.NewHealthClient(conn).Check(context.Background(), &grpc_health_v1.HealthCheckRequest{})
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("serving")
}
`;

const server = `package main

import (
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func serve() string {
	secure, err := credentials.NewServerTLSFromFile("/pki/server.pem", "/pki/server.key")
	if err != nil {
		panic(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	server := grpc.NewServer(grpc.Creds(secure))
	grpc_health_v1.RegisterHealthServer(server, health.NewServer())
	go server.Serve(listener)
	return listener.Addr().String()
}
`;

const files = { 'main.go': client, 'serve.go': server };
const build = 'RUN CGO_ENABLED=0 go build -o /bin/hello .\n';
const program = 'COPY pki /pki\nCOPY --from=build /bin/hello /hello\nENTRYPOINT ["/hello"]\n';
const of = (last: string, more: Partial<ImageSpec> = {}) =>
  image({ dockerfile: `${build}${last}${program}`, files, ...more });

export default trapLab({
  trap,
  title: { en: 'No certificate authorities in an image', zh: '镜像里没有 CA 证书' },
  question: {
    en: 'What does a gRPC client say in an image without certificate authorities, and what helps?',
    zh: '镜像里没有 CA 证书时，gRPC 客户端会说什么？怎样才能解决？',
  },
  columns: async (built) => ({ afterFix: built.id === 'scratch' ? await afterFix(built, trap) : null }),
  environments: [
    broken('scratch', trap, { en: 'FROM scratch', zh: 'FROM scratch' }, of('FROM scratch\n')),
    healthy(
      'copied',
      { en: 'ca-certificates.crt copied out of the stage that builds', zh: '从构建阶段复制 ca-certificates.crt' },
      of('FROM scratch\nCOPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt\n'),
    ),
    healthy(
      'named',
      { en: 'SSL_CERT_FILE names another file', zh: 'SSL_CERT_FILE 指定另一个文件' },
      of('FROM scratch\nENV SSL_CERT_FILE=/pki/ca.pem\n'),
    ),
    healthy(
      'distroless',
      { en: 'FROM gcr.io/distroless/static', zh: 'FROM gcr.io/distroless/static' },
      of('FROM gcr.io/distroless/static-debian12\n'),
    ),
  ],
});
