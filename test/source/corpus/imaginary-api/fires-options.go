package client

import (
	"time"

	g "google.golang.org/grpc"
	"google.golang.org/grpc/keepalive"
)

const interval = 10 * time.Second

var options = []g.DialOption{
	g.WithInsecureCredentials(), /* want */
	g.WithKeepalive(keepalive.ClientParameters{Time: interval}), /* want */
	g.WithRetryPolicy(nil), /* want */
}
