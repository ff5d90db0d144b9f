// file check/creds_test.go

package check

import "google.golang.org/grpc/credentials"

var creds = credentials.NewInsecure()
