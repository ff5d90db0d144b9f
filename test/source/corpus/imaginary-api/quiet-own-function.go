package transport

import "google.golang.org/grpc"

func WithKeepalive() grpc.DialOption { return nil }

var option = WithKeepalive()
