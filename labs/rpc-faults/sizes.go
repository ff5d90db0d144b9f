package main

import (
	"net"
	"net/http"
	"strings"

	"google.golang.org/grpc"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

const (
	mebibyte = 1 << 20
	large    = 5 * mebibyte
	raised   = 16 * mebibyte
)

// Who may receive what the other side sends.
var (
	serverReceives = []grpc.ServerOption{grpc.MaxRecvMsgSize(raised)}
	clientReceives = []grpc.DialOption{grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(raised))}
)

func longAnswer(*healthpb.HealthCheckRequest) any {
	return &healthpb.HealthCheckRequest{Service: strings.Repeat("x", large)}
}

var sizes = map[string]situation{
	"request":            {act: callWith(large)},
	"answer":             {handler: longAnswer, act: callWith(enough)},
	"only-client-raised": {client: clientReceives, act: callWith(large)},
	"request-unpacked":   {clientGzip: true, serverGzip: true, act: callWith(large, gzipped)},
	"request-not-sent":   {act: callWith(large, grpc.MaxCallSendMsgSize(mebibyte))},
	"answer-not-sent": {
		server:  []grpc.ServerOption{grpc.MaxSendMsgSize(mebibyte)},
		handler: longAnswer,
		act:     callWith(enough),
	},
	"both-raised":  {server: serverReceives, client: clientReceives, act: callWith(large)},
	"json-instead": {serve: answerJSON, act: callWith(enough)},
}

// answerJSON says that it speaks gRPC, and writes text where a length belongs.
func answerJSON(listener net.Listener) {
	protocols := new(http.Protocols)
	protocols.SetUnencryptedHTTP2(true)
	server := &http.Server{Protocols: protocols, Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/grpc")
		_, _ = w.Write([]byte(`[{"id":1,"name":"Ann"}]`))
	})}
	_ = server.Serve(listener)
}
