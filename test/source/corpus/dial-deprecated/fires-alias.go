package client

import (
	"context"

	rpc "google.golang.org/grpc"
)

func open(ctx context.Context) (*rpc.ClientConn, error) {
	return rpc.DialContext(ctx, "hello:50051", /* want */
		rpc.WithInsecure(),                  /* want */
		rpc.WithUserAgent("hello"),
	)
}
