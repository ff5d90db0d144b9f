package main

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

func poolOf(files []string) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if !pool.AppendCertsFromPEM(text) {
			return nil, errors.New("credentials: failed to append certificates")
		}
	}
	return pool, nil
}

func failure(err error) outcome {
	return outcome{Message: err.Error(), Type: fmt.Sprintf("%T", err), As: foundBy(err)}
}

// foundBy names the types that errors.As finds.
func foundBy(err error) []string {
	found := []string{}
	note := func(name string, is bool) {
		if is {
			found = append(found, name)
		}
	}
	var verification *tls.CertificateVerificationError
	note("*tls.CertificateVerificationError", errors.As(err, &verification))
	var header tls.RecordHeaderError
	note("tls.RecordHeaderError", errors.As(err, &header))
	var invalid x509.CertificateInvalidError
	if errors.As(err, &invalid) {
		found = append(found, fmt.Sprintf("x509.CertificateInvalidError{Reason:%d}", invalid.Reason))
	}
	var host x509.HostnameError
	note("x509.HostnameError", errors.As(err, &host))
	var authority x509.UnknownAuthorityError
	note("x509.UnknownAuthorityError", errors.As(err, &authority))
	var critical x509.UnhandledCriticalExtension
	note("x509.UnhandledCriticalExtension", errors.As(err, &critical))
	var operation *net.OpError
	note("*net.OpError", errors.As(err, &operation))
	return found
}

// direct asks crypto/tls alone; nil where the call is without TLS, or not over TCP.
func direct(c call) *outcome {
	if c.As != "tls" && c.As != "mtls" {
		return nil
	}
	address := c.Target[strings.LastIndex(c.Target, "/")+1:]
	if strings.HasPrefix(c.Target, "unix") || !strings.Contains(address, ":") {
		return nil
	}
	config, err := tlsConfig(c)
	if err != nil {
		return nil
	}
	config.NextProtos = []string{"h2"}
	dialer := &net.Dialer{Timeout: time.Duration(c.DeadlineMs) * time.Millisecond}
	conn, err := tls.DialWithDialer(dialer, "tcp", address, config)
	if err != nil {
		result := failure(err)
		return &result
	}
	conn.Close()
	return &outcome{As: []string{}}
}
