// Package printed is a health check that measures the time of a call and looks at nothing else: it does not compile.
package printed

import (
	"context"
	"errors"
	"time"

	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

const limit = 3 * time.Second

func check(ctx context.Context, client healthpb.HealthClient) error {
	start := time.Now()
	_, err := client.Check(ctx, &healthpb.HealthCheckRequest{})
	elapsed := time.Since(start)
	if elapsed > limit {
		return errors.New("the health check took too long")
	}
	return nil
}
