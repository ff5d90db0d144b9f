package check

import "google.golang.org/grpc/credentials"

type ours struct{}

func (ours) NewInsecure() any { return nil }

func f(credentials ours) any { return credentials.NewInsecure() }

var _ = credentials.NewTLS(nil)
