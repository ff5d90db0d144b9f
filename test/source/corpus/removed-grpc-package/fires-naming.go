package discovery

import (
	"google.golang.org/grpc/naming" /* want */
)

type watcher struct{ updates []*naming.Update }
