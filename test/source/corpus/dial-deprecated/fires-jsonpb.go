package config

import (
	"io"

	"github.com/golang/protobuf/jsonpb" /* want */
	"github.com/golang/protobuf/proto"  /* want */
)

func read(from io.Reader, into proto.Message) error {
	return jsonpb.Unmarshal(from, into)
}
