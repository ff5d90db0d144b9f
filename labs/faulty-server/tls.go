package main

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"os"
)

type tlsSettings struct {
	// Files in PEM: the chain as it is sent, and the key of its first certificate.
	Chain string `json:"chain"`
	Key   string `json:"key"`
	// ClientAuth is empty, `request`, `verify-if-given` or `require`; ClientCA is the file of who is trusted.
	ClientAuth string `json:"clientAuth"`
	ClientCA   string `json:"clientCA"`
	// Versions as `1.2`; empty: those of Go.
	Min string `json:"min"`
	Max string `json:"max"`
	// Alpn are the protocols that it knows. Null: as grpc.Creds sets them; empty: none, as behind tls.NewListener.
	Alpn *[]string `json:"alpn"`
	// NameFault is what happens to whoever sends a server name: `refused` ends in an error, `all-refused` without a name as well,
	// `no-certificate` has none for it.
	NameFault string `json:"nameFault"`
}

var versions = map[string]uint16{
	"1.0": tls.VersionTLS10,
	"1.1": tls.VersionTLS11,
	"1.2": tls.VersionTLS12,
	"1.3": tls.VersionTLS13,
}

var clientAuth = map[string]tls.ClientAuthType{
	"request":         tls.RequestClientCert,
	"verify-if-given": tls.VerifyClientCertIfGiven,
	"require-any":     tls.RequireAnyClientCert,
	"require":         tls.RequireAndVerifyClientCert,
}

func (s *tlsSettings) config() (*tls.Config, error) {
	pair, err := tls.LoadX509KeyPair(s.Chain, s.Key)
	if err != nil {
		return nil, err
	}
	config := &tls.Config{
		Certificates: []tls.Certificate{pair},
		ClientAuth:   clientAuth[s.ClientAuth],
		MinVersion:   versions[s.Min],
		MaxVersion:   versions[s.Max],
	}
	if s.Alpn != nil {
		config.NextProtos = *s.Alpn
	}
	if s.ClientCA != "" {
		text, err := os.ReadFile(s.ClientCA)
		if err != nil {
			return nil, err
		}
		config.ClientCAs = x509.NewCertPool()
		config.ClientCAs.AppendCertsFromPEM(text)
	}
	switch s.NameFault {
	case "refused":
		config.GetConfigForClient = func(hello *tls.ClientHelloInfo) (*tls.Config, error) {
			if hello.ServerName == "" {
				return nil, nil
			}
			return nil, errors.New("no such site")
		}
	case "all-refused":
		config.GetConfigForClient = func(*tls.ClientHelloInfo) (*tls.Config, error) {
			return nil, errors.New("no configuration")
		}
	case "no-certificate":
		config.Certificates = nil
		config.GetCertificate = func(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
			if hello.ServerName == "" {
				return &pair, nil
			}
			return nil, nil
		}
	}
	return config, nil
}

// secured puts TLS before a listener, where there is to be any.
func secured(settings *tlsSettings, listener net.Listener) (net.Listener, error) {
	if settings == nil {
		return listener, nil
	}
	config, err := settings.config()
	if err != nil {
		return nil, err
	}
	return tls.NewListener(listener, config), nil
}
