package trace

import (
	otlptracegrpc "go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"google.golang.org/grpc"
)

var options = []any{otlptracegrpc.WithInsecure(), grpc.Version}
