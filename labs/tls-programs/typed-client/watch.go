package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"sync"

	"google.golang.org/grpc/credentials"
)

// Watched are the credentials of a client that remember why handshakes failed. Its copies share what they remember: grpc-go makes
// one of them for each connection.
type Watched struct {
	credentials.TransportCredentials
	seen *seen
}

type seen struct {
	sync.Mutex
	last   error
	counts map[string]int
}

// Watch wraps the credentials of a client.
func Watch(creds credentials.TransportCredentials) *Watched {
	return &Watched{creds, &seen{counts: map[string]int{}}}
}

// ClientHandshake is called by grpc-go for every connection.
func (w *Watched) ClientHandshake(ctx context.Context, authority string, raw net.Conn) (net.Conn, credentials.AuthInfo, error) {
	conn, info, err := w.TransportCredentials.ClientHandshake(ctx, authority, raw)
	if err != nil {
		w.seen.Lock()
		defer w.seen.Unlock()
		w.seen.last = err
		w.seen.counts[ReasonOf(err)]++
	}
	return conn, info, err
}

// Clone must be there: the embedded one would give credentials that watch nothing.
func (w *Watched) Clone() credentials.TransportCredentials {
	return &Watched{w.TransportCredentials.Clone(), w.seen}
}

// Last is the error of the last handshake that failed, with its types.
func (w *Watched) Last() error {
	w.seen.Lock()
	defer w.seen.Unlock()
	return w.seen.last
}

// Counts tells how many handshakes failed, by reason; a label of a metric has few values that way.
func (w *Watched) Counts() map[string]int {
	w.seen.Lock()
	defer w.seen.Unlock()
	counts := map[string]int{}
	for reason, count := range w.seen.counts {
		counts[reason] = count
	}
	return counts
}

// ReasonOf puts an error of crypto/tls or crypto/x509 into one word.
func ReasonOf(err error) string {
	var (
		unknown  x509.UnknownAuthorityError
		name     x509.HostnameError
		invalid  x509.CertificateInvalidError
		critical x509.UnhandledCriticalExtension
		record   tls.RecordHeaderError
		alert    *net.OpError
	)
	switch {
	case errors.As(err, &unknown):
		return "unknown-authority"
	case errors.As(err, &name):
		return "name"
	case errors.As(err, &invalid):
		return invalidReason(invalid.Reason)
	case errors.As(err, &critical):
		return "critical-extension"
	case errors.As(err, &record):
		return "no-tls"
	case errors.As(err, &alert) && alert.Op == "remote error":
		return "refused-by-server"
	case errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	}
	return "other"
}

func invalidReason(reason x509.InvalidReason) string {
	switch reason {
	case x509.Expired:
		return "time"
	case x509.IncompatibleUsage:
		return "key-usage"
	case x509.CANotAuthorizedForThisName:
		return "name-constraint"
	case x509.TooManyIntermediates:
		return "path-length"
	}
	return "invalid"
}
