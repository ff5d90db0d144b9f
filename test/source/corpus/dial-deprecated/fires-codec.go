package server

import (
	"google.golang.org/grpc"
)

func options(limit int) []grpc.ServerOption {
	opts := []grpc.ServerOption{grpc.MaxMsgSize(limit)} /* want */
	return append(opts, grpc.CustomCodec(nil)) /* want */
}
