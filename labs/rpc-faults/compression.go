package main

import (
	"compress/gzip"
	"io"

	"google.golang.org/grpc"
	"google.golang.org/grpc/encoding"
)

const enough = 1000

var gzipped = grpc.UseCompressor("gzip")

var compressors = map[string]situation{
	"client-lacks": {serverGzip: true, act: callWith(enough, gzipped)},
	"server-lacks": {clientGzip: true, act: callWith(enough, gzipped)},
	"client-lacks-answer": {
		// A server that compresses whatever the client said; the way of all releases.
		server: []grpc.ServerOption{grpc.RPCCompressor(grpc.NewGZIPCompressor())},
		act:    callWith(enough),
	},
	"both-have": {clientGzip: true, serverGzip: true, act: callWith(enough, gzipped)},
	"identity":  {act: callWith(enough, grpc.UseCompressor("identity"))},
}

// The package encoding/gzip registers itself in every program that imports it; here only some processes have it.
type zip struct{}

func (zip) Name() string                                  { return "gzip" }
func (zip) Compress(to io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(to), nil }
func (zip) Decompress(from io.Reader) (io.Reader, error)  { return gzip.NewReader(from) }

func registerGzip() { encoding.RegisterCompressor(zip{}) }
