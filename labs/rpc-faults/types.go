package main

import healthpb "google.golang.org/grpc/health/grpc_health_v1"

// greeting is a Go type as people write it, for JSON say.
type greeting struct {
	Name string `json:"name"`
}

// frame is what a proxy without a codec of its own reads messages into.
type frame struct{ payload []byte }

var types = map[string]situation{
	"request-by-hand": {act: func(to peer) string {
		return invoke(to, &greeting{Name: "Ann"}, new(healthpb.HealthCheckRequest))
	}},
	"answer-by-hand": {act: func(to peer) string {
		return invoke(to, &healthpb.HealthCheckRequest{Service: "x"}, new(greeting))
	}},
	"server-by-hand": {
		handler: func(request *healthpb.HealthCheckRequest) any { return &greeting{Name: request.Service} },
		act:     callWith(enough),
	},
	"request-nil": {act: func(to peer) string { return invoke(to, nil, new(healthpb.HealthCheckRequest)) }},
	"server-nil": {
		handler: func(*healthpb.HealthCheckRequest) any { return nil },
		act:     callWith(enough),
	},
	"server-nil-pointer": {
		handler: func(*healthpb.HealthCheckRequest) any { return (*healthpb.HealthCheckRequest)(nil) },
		act:     callWith(enough),
	},
	"proxy-frame": {act: watch(longer, "/lab.Echo/Pass")},
	"generated":   {act: callWith(enough)},
}
