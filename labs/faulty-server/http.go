package main

import (
	"io"
	"net"
	"net/http"
)

type httpSettings struct {
	Status int               `json:"status"`
	Header map[string]string `json:"header"`
	Body   string            `json:"body"`
}

// serveHTTP answers every request with the same page.
func serveHTTP(one endpoint, listener net.Listener) error {
	protocols := new(http.Protocols)
	protocols.SetHTTP1(one.Serve == "http1")
	protocols.SetHTTP2(one.Serve == "http2")
	protocols.SetUnencryptedHTTP2(one.Serve == "http2" && one.TLS == nil)
	server := &http.Server{Protocols: protocols, Handler: http.HandlerFunc(one.HTTP.answer)}
	// What a stranger says is no news here.
	server.ErrorLog = quiet
	if one.TLS == nil {
		go func() { _ = server.Serve(listener) }()
		return nil
	}
	config, err := one.TLS.config()
	if err != nil {
		return err
	}
	server.TLSConfig = config
	go func() { _ = server.ServeTLS(listener, "", "") }()
	return nil
}

func (s httpSettings) answer(response http.ResponseWriter, request *http.Request) {
	for name, value := range s.Header {
		response.Header().Set(name, value)
	}
	code := s.Status
	if code == 0 {
		code = http.StatusOK
	}
	response.WriteHeader(code)
	_, _ = io.WriteString(response, s.Body)
}
