package main

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
	alpha "google.golang.org/grpc/reflection/grpc_reflection_v1alpha"
	"google.golang.org/grpc/status"
)

type grpcSettings struct {
	// Health of the whole server: `serving`, `not-serving`, `unauthenticated`; empty: there is no health service.
	Health string `json:"health"`
	// Services that the health service knows: `serving` or `not-serving` by name.
	HealthOf map[string]string `json:"healthOf"`
	// Reflection is empty, `v1`, `v1alpha` or `both`.
	Reflection string `json:"reflection"`
	// Services have one method, Say, which answers with its request.
	Services []string `json:"services"`
}

func serveGRPC(one endpoint, listener net.Listener) error {
	options := []grpc.ServerOption{}
	if one.TLS != nil && one.TLS.Alpn == nil {
		config, err := one.TLS.config()
		if err != nil {
			return err
		}
		options = append(options, grpc.Creds(credentials.NewTLS(config)))
	} else {
		var err error
		if listener, err = secured(one.TLS, listener); err != nil {
			return err
		}
	}
	if one.GRPC.Health == "unauthenticated" {
		options = append(options, grpc.UnaryInterceptor(refuse))
	}
	server := grpc.NewServer(options...)
	registerAll(one.GRPC, server)
	go func() { _ = server.Serve(listener) }()
	return nil
}

func refuse(context.Context, any, *grpc.UnaryServerInfo, grpc.UnaryHandler) (any, error) {
	return nil, status.Error(codes.Unauthenticated, "missing token")
}

var healthStates = map[string]healthpb.HealthCheckResponse_ServingStatus{
	"serving":     healthpb.HealthCheckResponse_SERVING,
	"not-serving": healthpb.HealthCheckResponse_NOT_SERVING,
}

func registerAll(settings grpcSettings, server *grpc.Server) {
	if settings.Health != "" {
		checks := health.NewServer()
		checks.SetServingStatus("", healthStates[settings.Health])
		for name, state := range settings.HealthOf {
			checks.SetServingStatus(name, healthStates[state])
		}
		healthpb.RegisterHealthServer(server, checks)
	}
	for _, name := range settings.Services {
		server.RegisterService(service(name), nil)
	}
	switch settings.Reflection {
	case "both":
		reflection.Register(server)
	case "v1":
		reflection.RegisterV1(server)
	case "v1alpha":
		alpha.RegisterServerReflectionServer(server, reflection.NewServer(reflection.ServerOptions{Services: server}))
	}
}

// service is made by hand, as generated code would describe it.
func service(name string) *grpc.ServiceDesc {
	say := func(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
		request := new(healthpb.HealthCheckRequest)
		if err := decode(request); err != nil {
			return nil, err
		}
		return request, nil
	}
	return &grpc.ServiceDesc{
		ServiceName: name,
		Methods:     []grpc.MethodDesc{{MethodName: "Say", Handler: say}},
	}
}
